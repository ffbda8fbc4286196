import type { Caller } from '@dossier/contracts/actor'
import { afterFound } from '@dossier/domain/postal-compensation'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { lockParcel } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { postalProblem } from '../problems.ts'
import { tell } from '../tell.ts'

/** What the citizen does with a parcel found after its loss. */
export const FoundChoice = z.strictObject({ choice: z.enum(['taken', 'refused']) }).meta({ id: 'FoundChoice' })
export type FoundChoice = z.infer<typeof FoundChoice>

const found = `
  select from line where dossier_id = $1 and event ->> 'type' = 'ParcelFound' and event ->> 'parcel' = $2`
const read = 'select amount, paid from compensation where parcel = $1'
const insert = `
  insert into found_parcel (parcel, choice, repay, settled_at, settled_by) values ($1, $2, $3, $4, $5)
  on conflict on constraint found_parcel_pk do nothing`
const waive = 'update compensation set waived = true where parcel = $1 and paid < amount'

/** Writes down the citizen's choice, once, and what is to be repaid (NĐ 47/2011 art. 27). Papers that are void stay void. */
export const makeSettleFound =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { code, choice }: { code: string } & FoundChoice,
  ): Promise<{ repay: number; owed: number }> => {
    const now = deps.clock.now()
    const parcel = await lockParcel(tx, code)
    const { person } = actingFor(deps, caller, 'SettleFound', relationsTo(parcel, deps))
    if ((await tx.query(found, [parcel.dossierId, parcel.code])).rowCount === 0)
      throw postalProblem('not-found-again', { about: parcel.code })
    const [standing = { amount: 0, paid: 0 }] = (await tx.query<{ amount: number; paid: number }>(read, [parcel.code]))
      .rows
    const { repay, owed } = afterFound(choice, standing)
    const { rowCount } = await tx.query(insert, [parcel.code, choice, repay, now, person])
    if (rowCount === 0) throw postalProblem('found-settled', { about: parcel.code })
    if (choice === 'taken') await tx.query(waive, [parcel.code])
    await tell(tx, parcel.dossierId, {
      event: { type: 'FoundParcelSettled', parcel: parcel.code, choice, repay },
      at: now,
    })
    return { repay, owed }
  }
