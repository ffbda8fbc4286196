import { Fault } from '@dossier/contracts/parcel'
import { Day, Due, Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'

const parcel = { parcel: z.string(), dossierId: z.string(), postage: z.int() }
/** A loss or damage nobody has written down yet; `silentAt`: when that rings, or rang. */
export const AwaitedLiability = z
  .object({ ...parcel, state: z.string(), silentAt: Instant, isSilent: z.boolean() })
  .meta({ id: 'AwaitedLiability' })
export type AwaitedLiability = z.infer<typeof AwaitedLiability>

/** What is owed by a liability record, paid in full or not. */
export const OwedCompensation = z
  .object({
    ...parcel,
    harm: z.enum(['lost', 'damaged', 'late']),
    fault: Fault,
    record: z.string(),
    recordedOn: Day,
    amount: z.int(),
    paid: z.int(),
    isWaived: z.boolean(),
    payBy: Due,
    isSilent: z.boolean(),
  })
  .meta({ id: 'OwedCompensation' })
export type OwedCompensation = z.infer<typeof OwedCompensation>

/** A parcel that turned up after its loss, whose citizen has not chosen. */
export const FoundParcel = z.object({ ...parcel, paid: z.int() }).meta({ id: 'FoundParcel' })
export type FoundParcel = z.infer<typeof FoundParcel>

const awaited = `
  select l.parcel, l.dossier_id as "dossierId", p.postage, p.state, l.silent_at as "silentAt", l.alarmed_at is not null as "isSilent"
  from liability_awaited l join parcel p on p.code = l.parcel
  where l.office = $1 and not exists (select from compensation c where c.parcel = l.parcel)
  order by l.silent_at, l.parcel limit 200`
const owed = `
  select c.parcel, c.dossier_id as "dossierId", p.postage, c.harm, c.fault, c.record, c.recorded_on as "recordedOn", c.amount,
    c.paid, c.waived as "isWaived", c.pay_by as "payBy", c.alarmed_at is not null as "isSilent"
  from compensation c join parcel p on p.code = c.parcel
  where c.office = $1 order by (c.paid >= c.amount or c.waived), c.silent_at, c.parcel limit 200`
const found = `
  select p.code as parcel, p.dossier_id as "dossierId", p.postage, coalesce(c.paid, 0) as paid
  from line l join parcel p on p.dossier_id = l.dossier_id and p.code = l.event ->> 'parcel'
  left join compensation c on c.parcel = p.code
  where l.event ->> 'type' = 'ParcelFound' and (p.office = $1 or c.office = $1 or p.sender = $1)
    and not exists (select from found_parcel f where f.parcel = p.code)
  order by p.code limit 200`

/** What an office of the post has to write down, to pay and to ask; what is paid comes last. */
export const compensationsOf = async (db: Tx, office: string) => ({
  awaited: z.array(AwaitedLiability).parse((await db.query(awaited, [office])).rows),
  owed: z.array(OwedCompensation).parse((await db.query(owed, [office])).rows),
  found: z.array(FoundParcel).parse((await db.query(found, [office])).rows),
})
