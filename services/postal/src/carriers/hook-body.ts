import type { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import type { CarrierStatus } from './carrier.ts'

/** The clock on the carrier's wall, `28/08/2019 07:54:50`, always in Vietnam: the machine's own zone is not asked. */
export const localTime = (text: string): Instant | undefined => {
  const [, day, month, year, time, seconds = ':00'] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)(:\d\d)?$/.exec(text) ?? []
  const at = new Date(`${year}-${month}-${day}T${time}${seconds}+07:00`)
  if (Number.isNaN(at.getTime())) return undefined
  // A calendar without such a day moves it, as 31/02 to 3 March.
  const read = new Date(at.getTime() + 7 * 3_600_000).getUTCDate()
  return read === Number(day) ? at.toISOString() : undefined
}

/** As EMS sends it: weight and money are told too, and are no concern of custody. */
const HookBody = z.object({
  tracking_code: z.string().min(1).max(40),
  order_code: z.string().max(40).nullish(),
  status_code: z.union([z.int(), z.string().min(1).max(20)]).transform(String),
  datetime: z.string(),
})

/** One status out of the raw bytes of a call; undefined where they are not of the shape agreed on. */
export const readHookBody = (raw: Buffer): CarrierStatus | undefined => {
  const body = HookBody.safeParse(jsonIn(raw)).data
  const at = body === undefined ? undefined : localTime(body.datetime)
  if (body === undefined || at === undefined) return undefined
  const { tracking_code: trackingCode, order_code: orderCode, status_code: code } = body
  return { trackingCode, orderCode: orderCode ?? null, code, at }
}

const jsonIn = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}
