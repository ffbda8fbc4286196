import type { Day } from '@dossier/contracts/time'
import { mintS10, parseS10 } from '@dossier/domain/s10'
import type { Tx } from '@dossier/platform/postgres'
import { codeProblem, postalProblem } from './problems.ts'

const kinds = { slip: 'PG', record: 'BB', bag: 'TT', manifest: 'BK', complaint: 'KN' } as const
const next = `
  insert into running_number as n (kind, day, last) values ($1, $2, 1)
  on conflict (kind, day) do update set last = n.last + 1 returning last`
const nextSerial = `update s10_range set next = next + 1 where service = 'CA' and next <= last returning next - 1 as serial`
const taken = 'select from parcel where code = $1'

/** The next number of its kind on a day: `PG-210412-0001` for a slip (phiếu gửi). */
export const nextNumber = async (tx: Tx, kind: keyof typeof kinds, day: Day): Promise<string> => {
  const { last } = (await tx.query<{ last: number }>(next, [kind, day])).rows[0] ?? { last: 0 }
  return `${kinds[kind]}-${day.slice(2).replaceAll('-', '')}-${String(last).padStart(4, '0')}`
}

/** A code as it is kept, from what was scanned or typed. Throws 422 with what is wrong with it. */
export const readCode = (text: string): string => {
  const read = parseS10(text)
  if (read.is === 'refused') throw codeProblem(read.problem, text)
  return read.item.code
}

/** The code of a new parcel: the one on the label, or the next of the range the post has allotted. */
export const newParcelCode = async (tx: Tx, given: string | undefined): Promise<string> => {
  if (given !== undefined) {
    const code = readCode(given)
    if ((await tx.query(taken, [code])).rowCount !== 0) throw postalProblem('parcel-exists', { about: code })
    return code
  }
  for (;;) {
    const [row] = (await tx.query<{ serial: number }>(nextSerial)).rows
    if (row === undefined) throw postalProblem('range-empty')
    const code = mintS10('CA', row.serial)
    if ((await tx.query(taken, [code])).rowCount === 0) return code
  }
}
