import type { Pool } from 'pg'
import * as z from 'zod'
import { inTransaction, type Tx } from '@dossier/platform/postgres'

const kinds = ['desk', 'officer', 'parcel', 'citizen', 'archive', 'lost'] as const

/** Whether every paper ever registered has one custodian now, and had one at every instant. */
export const CustodyBalance = z
  .object({
    registered: z.int(),
    byCustodian: z.object({
      desk: z.int(),
      officer: z.int(),
      parcel: z.int(),
      citizen: z.int(),
      archive: z.int(),
      lost: z.int(),
    }),
    closes: z.boolean(),
    /** Papers, or parcels, of which something does not hold; empty where the balance closes. */
    faults: z.array(z.object({ what: z.string(), id: z.string() })),
  })
  .meta({ id: 'CustodyBalance' })
export type CustodyBalance = z.infer<typeof CustodyBalance>

const counted = `
  select count(*)::int as registered, ${kinds.map((kind) => `(select count(*)::int from custody where until is null and kind = '${kind}') as ${kind}`).join(', ')}
  from paper`
const faults = 'select what, id from custody_fault'

/** Counts all papers and looks for faults, in one snapshot. */
export const balanceOf = (db: Pool): Promise<CustodyBalance> =>
  inTransaction(db, async (tx: Tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    const [{ registered, ...byCustodian }] = z
      .tuple([CustodyBalance.shape.byCustodian.extend({ registered: z.int() })])
      .parse((await tx.query(counted)).rows)
    const found = z.array(z.object({ what: z.string(), id: z.string() })).parse((await tx.query(faults)).rows)
    const held = Object.values(byCustodian).reduce((sum, count) => sum + count, 0)
    return { registered, byCustodian, closes: held === registered && found.length === 0, faults: found }
  })
