import { Day } from '@dossier/contracts/time'
import { shift } from '@dossier/domain/calendar'
import { canonicalJson } from '@dossier/platform/canonical-json'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { Looked, Offender } from '../invariant.ts'
import type { Snapshot } from '../snapshot.ts'
import { Counted, countDay, digestsOf, unbalanced } from './count-day.ts'
import { digestOf, type Seal, textOf } from './seal.ts'

/** The signed balance sheet of a day, chained to the one of the day before. */
export const Sheet = z
  .object({
    day: Day,
    body: Counted.extend({ unbalanced: z.array(z.string()) }),
    before: z.string().nullable(),
    digest: z.string(),
    signature: z.string(),
    key: z.string(),
  })
  .meta({ id: 'BalanceSheet' })
export type Sheet = z.infer<typeof Sheet>

const columns = 'day, body, before, digest, signature, key'
const last = `select ${columns} from sheet order by day desc limit 1`
const keep = `
  insert into sheet (${columns}) select $1, $2, $3, $4, $5, $6
  where $3::text is not distinct from (select digest from sheet order by day desc limit 1)
  on conflict on constraint sheet_pk do nothing`
const all = `select ${columns} from sheet order by day`

/** Makes the sheets of all days that are over by `yesterday` and have none; the first is that of yesterday. Gives how many. */
export const makeSheets = async (
  db: Pool,
  snapshot: Snapshot,
  { seal, yesterday }: { seal: Seal; yesterday: Day },
): Promise<number> => {
  let made = 0
  for (;;) {
    const before = await lastSheet(db)
    const day = before === undefined ? yesterday : shift(before.day, 1)
    if (day > yesterday) return made
    const counted = await countDay(snapshot, day)
    const sheet = { day, body: { ...counted, unbalanced: unbalanced(counted) }, before: before?.digest ?? null }
    const text = textOf(sheet)
    const values = [day, JSON.stringify(sheet.body), sheet.before, digestOf(text), seal.sign(text), seal.key]
    if ((await db.query(keep, values)).rowCount === 0) return made // another process makes them
    made += 1
  }
}

export const lastSheet = async (db: Pick<Pool, 'query'>): Promise<Sheet | undefined> => {
  const [row] = (await db.query(last)).rows
  return row === undefined ? undefined : Sheet.parse(row)
}

/**
 * Whether the chain holds: no day is left out, each sheet names the one before and bears a good signature, it balances and opens
 * with what the day before closed with, and the records of its day still have the digests they had then.
 */
export const verifySheets = async (db: Pick<Pool, 'query'>, snapshot: Snapshot, seal: Seal): Promise<Looked> => {
  const sheets = z.array(Sheet).parse((await db.query(all)).rows)
  const [first] = sheets
  const end = sheets.at(-1)
  if (first === undefined || end === undefined) return { examined: 0, offenders: [] }
  const digests = await digestsOf(snapshot, first.day, end.day)
  const offenders: Offender[] = []
  for (const [i, sheet] of sheets.entries()) {
    const wrong = (why: string) => void offenders.push({ id: `sheet ${sheet.day}`, why })
    const before = sheets[i - 1]
    const text = textOf(sheet)
    if (digestOf(text) !== sheet.digest) wrong('it says something else than its digest')
    if (!seal.verifies(text, sheet.signature, sheet.key)) wrong('its signature does not count')
    if (sheet.before !== (before?.digest ?? null)) wrong('it does not name the sheet before it')
    if (before !== undefined && shift(before.day, 1) !== sheet.day) wrong(`the days after ${before.day} are missing`)
    if (sheet.body.unbalanced.length > 0) wrong(`it does not balance: ${sheet.body.unbalanced.join(', ')}`)
    const now = digests.get(sheet.day)
    if (canonicalJson(now) !== canonicalJson(sheet.body.records)) wrong('the records of its day are not what they were')
    if (before !== undefined && before.body.dossiers.closing !== sheet.body.dossiers.opening)
      wrong('it opens with other dossiers than the day before closed with')
  }
  return { examined: sheets.length, offenders }
}
