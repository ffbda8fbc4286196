import type { Day, Instant } from '@dossier/contracts/time'
import { dateText } from './dates.ts'
import { type RegisterLine, ways } from './form-dossier-register.ts'
import type { Column, Spreadsheet } from './spreadsheet.ts'

/** The book of a desk over a stretch of days, its lines as they come from the record. */
export type RegisterBook = {
  authority: string
  desk: string
  from: Day
  to: Day
  at: Instant
  lines: Iterable<RegisterLine> | AsyncIterable<RegisterLine>
}

/** Sổ theo dõi hồ sơ as a spreadsheet, in the columns of the book for print (TT 01/2018 form 06, TT 03/2025 form 07). */
export const registerSpreadsheet = ({
  authority,
  desk,
  from,
  to,
  at,
  lines,
}: RegisterBook): Spreadsheet<RegisterLine> => ({
  name: 'Sổ theo dõi hồ sơ',
  title: 'SỔ THEO DÕI HỒ SƠ',
  subtitle: `${authority} – ${desk}, từ ${dateText(from)} đến ${dateText(to)}`,
  at,
  columns,
  rows: lines,
})

const dayOr = (day: Day | null) => (day === null ? null : { on: day })

const columns: Column<RegisterLine>[] = [
  { heading: 'TT', width: 6, cell: ({ number }) => number },
  { heading: 'Mã hồ sơ', width: 24, cell: ({ dossier }) => dossier },
  { heading: 'Tên thủ tục hành chính', width: 36, cell: ({ procedure }) => procedure },
  { heading: 'Số bộ', width: 7, cell: ({ sets }) => sets },
  { heading: 'Tổ chức, cá nhân', width: 26, cell: ({ applicant }) => applicant },
  { heading: 'Địa chỉ, số điện thoại', width: 28, cell: ({ contact }) => contact },
  { heading: 'Cơ quan chủ trì giải quyết', width: 26, cell: ({ lead }) => lead },
  { heading: 'Ngày tiếp nhận', width: 12, cell: ({ receivedOn }) => ({ on: receivedOn }) },
  { heading: 'Ngày hẹn trả', width: 12, cell: ({ appointmentOn }) => dayOr(appointmentOn) },
  { heading: 'Ngày trả kết quả', width: 12, cell: ({ returnedOn }) => dayOr(returnedOn) },
  { heading: 'Phương thức nhận', width: 13, cell: ({ returnBy }) => (returnBy === null ? null : ways[returnBy]) },
  { heading: 'Ký nhận', width: 18, cell: ({ signedBy }) => signedBy },
  { heading: 'Ghi chú', width: 20, cell: ({ remark }) => remark },
]
