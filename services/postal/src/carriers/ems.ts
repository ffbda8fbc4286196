import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'
import type { Carrier, CarrierOrder, CarrierStatus, DeliveryProof } from './carrier.ts'
import { localTime } from './hook-body.ts'
import { askLegacy, type Asked } from './legacy-tls.ts'

/** Where MyVNPost is and who we are there; all of it comes with the contract of a deployment. */
export type EmsAccount = { url: string; username: string; password: string; customerCode: string }

const Token = z.object({ token: z.string().min(1) })
const Created = z.object({ itemCode: z.string().min(1) })
const Refusal = z.object({ message: z.string() })
/** No list of its members was found: what is read here is what public code reads, the proof is for the contract to name. */
const Order = z.object({
  itemCode: z.string().min(1),
  deliveryProof: z
    .object({
      receiver: z.enum(['applicant', 'representative']),
      identityChecked: z.boolean().default(false),
      authorisationShown: z.boolean().default(false),
      signed: z.boolean().default(false),
    })
    .nullish(),
})
const Status = z.object({
  status: z.union([z.int(), z.string()]).transform(String),
  createdDate: z.string(),
  createHour: z.string().optional(),
  createdHour: z.string().optional(),
})
const statuses = z.array(Status)
/** Seen with and without a blank at the end of the member's name. */
const History = z.object({ statusHistory: statuses.optional(), 'statusHistory ': statuses.optional() })
/** One thing, or a list with it: both were seen. */
const dataOf = <T extends z.ZodType>(one: T) =>
  z.object({ data: z.union([z.array(one).transform(([first]) => first), one, z.null()]) })

/** EMS Việt Nam by the interface of MyVNPost. It tells us by its web-hook too; this asks where that stayed silent. */
export const makeEms = ({ url, ...account }: EmsAccount): Carrier => {
  let token: string | undefined

  const ask = async (path: string, asked: Asked, again = true): Promise<{ status: number; json: unknown }> => {
    token ??= await signIn()
    const answer = await askLegacy(new URL(`${url}/customer-partner/${path}`), { ...asked, headers: { token } })
    if (answer.status !== 401) return answer
    token = undefined // it lives about an hour
    if (again) return ask(path, asked, false)
    throw new Transient('EMS takes no token of ours')
  }
  const signIn = async () => {
    const { json } = await askLegacy(new URL(`${url}/customer-partner/GetAccessToken`), {
      method: 'POST',
      body: account,
    })
    const granted = Token.safeParse(json)
    if (!granted.success) throw new Transient('EMS gave no token: are name and password those of the contract?')
    return granted.data.token
  }
  const read = async <T extends z.ZodType>(path: string, shape: T): Promise<z.output<T> | undefined> => {
    const { status, json } = await ask(path, { method: 'GET' })
    if (status === 404) return undefined
    const read = shape.safeParse(json)
    if (!read.success) throw new Transient(`EMS answered ${path.split('?', 1)[0]} in a shape we do not know`)
    return read.data
  }
  const byOrder = async (parcel: string) => (await read(`getOrder?type=2&code=${parcel}`, dataOf(Order)))?.data
  const byItem = async (code: string) => (await read(`getOrder?type=1&code=${code}`, dataOf(Order)))?.data

  return {
    name: 'ems',
    order: async (order) => {
      // An order whose answer was lost is there: asked for first, it is not ordered twice.
      const known = await byOrder(order.parcel)
      if (known !== undefined && known !== null) return { trackingCode: known.itemCode }
      const { status, json } = await ask('CreateOrder', { method: 'POST', body: bodyOf(order) })
      const created = Created.safeParse(json)
      if (created.success) return { trackingCode: created.data.itemCode }
      if (status >= 400) return { refused: Refusal.safeParse(json).data?.message ?? `EMS answered ${status}` }
      throw new Transient('EMS answered an order without an item code')
    },
    history: async (trackingCode) => {
      const found = await read(`GetStatusHistoryOrder?type=1&code=${encodeURIComponent(trackingCode)}`, dataOf(History))
      if (found === undefined || found.data === null || found.data === undefined) return undefined
      const told = found.data.statusHistory ?? found.data['statusHistory '] ?? []
      return told.map((one) => statusOf(trackingCode, one)).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    },
    proof: async (trackingCode) => {
      const shown = (await byItem(trackingCode))?.deliveryProof
      if (shown === undefined || shown === null) return undefined
      const { receiver: to, ...proof } = shown
      return { to, ...proof } satisfies DeliveryProof
    },
    cancel: async (trackingCode) => {
      const { status } = await ask('orderCancel', { method: 'POST', body: { itemCode: trackingCode } })
      return status < 400 ? 'cancelled' : 'too-late'
    },
  }
}

const bodyOf = ({ parcel, from, to }: CarrierOrder) => ({
  orderCreationStatus: 1,
  type: 'GUI',
  saleOrderCode: parcel,
  senderCode: from,
  receiverName: to.name,
  receiverPhone: to.phone,
  receiverAddress: to.address,
  // What a parcel of papers is: no goods, nothing to collect.
  contentNote: 'Hồ sơ thủ tục hành chính',
  codAmount: 0,
})

const statusOf = (
  trackingCode: string,
  { status: code, createdDate, createHour, createdHour }: z.output<typeof Status>,
) => {
  const at = localTime(`${createdDate} ${createHour ?? createdHour ?? ''}`)
  if (at === undefined) throw new Transient('EMS told a status without a time')
  return { trackingCode, orderCode: null, code, at } satisfies CarrierStatus
}
