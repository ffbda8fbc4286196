import { OrganisationCode } from '@dossier/contracts/organisation'
import { ParcelCode } from '@dossier/contracts/parcel'
import * as z from 'zod'
import { readParcel } from '../parcels/parcel.ts'
import type { CarrierOrder } from './carrier.ts'
import type { Carrying } from './deps.ts'

const contact = z.object({ name: z.string(), phone: z.string().default(''), address: z.string().default('') })
const recipient = 'select contact from recipient where parcel = $1'

/** What a carrier must know to bring a parcel, read at this moment; undefined where nobody is known to bring it to. */
export const addressOf = async ({ db, published }: Carrying, code: string): Promise<CarrierOrder | undefined> => {
  const parcel = await readParcel(db, code)
  if (parcel === undefined) return undefined
  const order = { parcel: ParcelCode.parse(parcel.code), from: OrganisationCode.parse(parcel.sender) }
  if (parcel.receiver !== null) {
    const office = published.organisations().rows.get(OrganisationCode.parse(parcel.receiver))
    return office === undefined ? undefined : { ...order, to: { name: office.name, phone: '', address: office.name } }
  }
  const [known] = (await db.query<{ contact: unknown }>(recipient, [code])).rows
  const to = contact.safeParse(known?.contact)
  return to.success ? { ...order, to: to.data } : undefined
}
