import type { Due } from '@dossier/contracts/time'
import { fullDate, momentText, onTheWall } from './dates.ts'
import type { Appointment, ReturnWay, Signatory } from './form-fields.ts'
import { amountText } from './postal-fields.ts'

/** `12.000.000 đồng`. */
export const moneyText = (amount: number): string => `${amountText(amount)} đồng`

/** A due date as forms write it: of hours with its minute (NĐ 23/2015 art. 21), of days the whole day. */
export const dueWords = ({ on, at }: Due): string =>
  at === undefined ? fullDate(on).vi : `${onTheWall(at).time}, ${fullDate(onTheWall(at).day).vi}`

/** When to come: of a day the time the office closes is told too, where that is known. */
export const appointmentWords = ({ due, closes }: Appointment): string =>
  due.at !== undefined || closes === null ? dueWords(due) : `${dueWords(due)} (đến ${closes})`

export const returnWays: Record<ReturnWay, string> = {
  desk: 'trực tiếp tại nơi trả kết quả',
  post: 'qua dịch vụ bưu chính công ích',
  online: 'bản điện tử, qua Cổng dịch vụ công',
}

export const paragraphsOf = (words: string): string[] => words.split('\n')

/** A signature's place as its template needs it. */
export const signaturePlace = ({ signedAt, ...signatory }: Signatory) => ({
  ...signatory,
  signedAt: signedAt === null ? null : momentText(signedAt).vi,
})
