import { createHmac, randomUUID } from 'node:crypto'
import type { Instant } from '@dossier/contracts/time'
import type { Parcel, Status } from './parcels.ts'

/** One call of the web-hook: what is sent, from when on, how often it was tried, and how it was answered last. */
export type Call = {
  trackingCode: string
  transaction: string
  body: string
  signature: string
  notBefore: Instant
  /** Forged and replayed calls are sent once: nobody waits for their success. */
  isHonest: boolean
  tries: number
  answer: string
  done: boolean
}

const patience = 50

/** The calls this carrier makes, in the shape of EMS, signed over transaction and raw bytes; repeated until they succeed. */
export const openCalls = ({ hook, secret }: { hook: string; secret: string }) => {
  const calls: Call[] = []
  const sign = (transaction: string, body: string, key = secret) =>
    `sha256=${createHmac('sha256', key).update(`${transaction}.`).update(body).digest('hex')}`
  const call = (parcel: Parcel, body: string, notBefore: Instant): Call => {
    const transaction = randomUUID()
    const signature = sign(transaction, body)
    const { trackingCode } = parcel
    return { trackingCode, transaction, body, signature, notBefore, isHonest: true, tries: 0, answer: '', done: false }
  }

  /** Puts the calls of these statuses in the queue, as well or as badly as each parcel's behaviour says. */
  const tell = (told: { parcel: Parcel; status: Status }[]): void => {
    const disordered = told.some(({ parcel }) => parcel.behaviour.calls.disordered)
    for (const { parcel, status } of disordered ? told.toReversed() : told) {
      const { silent, duplicates, lateHours, forged, replayed } = parcel.behaviour.calls
      if (silent) continue
      const notBefore = new Date(Date.parse(status.at) + lateHours * 3_600_000).toISOString()
      const one = call(parcel, bodyOf(parcel, status), notBefore)
      for (let i = 0; i <= duplicates; i += 1) calls.push({ ...one })
      if (replayed) calls.push({ ...one, transaction: randomUUID(), isHonest: false })
      if (forged) {
        const body = bodyOf(parcel, { code: '7', at: status.at })
        const transaction = randomUUID()
        calls.push({ ...one, transaction, body, signature: sign(transaction, body, 'a guess'), isHonest: false })
      }
    }
  }

  /** Sends what is due, one after another, once each. */
  const send = async (now: Instant): Promise<void> => {
    for (const one of calls.filter(({ done, notBefore }) => !done && notBefore <= now)) {
      one.tries += 1
      one.answer = await post(hook, one)
      one.done = one.answer === 'success' || !one.isHonest || one.tries >= patience
    }
  }

  return { tell, send, all: (): readonly Call[] => calls }
}
export type Calls = ReturnType<typeof openCalls>

const post = async (hook: string, { transaction, body, signature }: Call): Promise<string> => {
  try {
    const response = await fetch(hook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ems-transaction': transaction, 'ems-signature': signature },
      body,
      signal: AbortSignal.timeout(5_000),
    })
    const answer: unknown = await response.json()
    const { code, transaction: of } = Object(answer)
    return response.ok && code === 'success' && of === transaction ? 'success' : `${response.status} ${String(code)}`
  } catch {
    return 'out of reach'
  }
}

const bodyOf = ({ trackingCode, parcel }: Parcel, { code, at }: Status): string =>
  JSON.stringify({
    tracking_code: trackingCode,
    order_code: parcel,
    status_code: Number(code),
    status_name: names[code] ?? code,
    note: '',
    locate: '600000 - KTC Gia Lai',
    datetime: wall(at),
    total_weight: 120,
    money_collect: 0,
    total_fee: 26_000,
  })

/** `28/08/2019 07:54:50`, as the clock on the wall in Vietnam shows it. */
const wall = (at: Instant): string => {
  const [day = '', time = ''] = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).split('T')
  return `${day.split('-').toReversed().join('/')} ${time}`
}

/** This carrier's own list of codes. */
export const names: Record<string, string> = {
  '1': 'Đã tạo đơn hàng, chờ duyệt lấy hàng',
  '2': 'Đã duyệt đơn hàng, chờ lấy hàng',
  '3': 'Đã lấy hàng',
  '4': 'Đang vận chuyển',
  '5': 'Đến bưu cục phát',
  '6': 'Đang phát',
  '7': 'Phát thành công',
  '81': 'Người nhận vắng, đã để lại giấy mời',
  '83': 'Người nhận từ chối',
  '9': 'Chuyển hoàn thành công',
  '10': 'Thất lạc',
  '11': 'Hư hỏng',
}
