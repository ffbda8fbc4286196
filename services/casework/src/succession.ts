import type { DossierId } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { type Succession as Passing, successionOf } from '@dossier/domain/decisions/succession'
import type { Dossier } from '@dossier/domain/dossier'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import type { LawBooks } from './law-books.ts'
import type { Ledger } from './ledger.ts'
import { folded } from './record.ts'

// Each of the four has its own index: with nobody ended in between, this costs next to nothing.
const touched = `
  select id, body, fold from dossier
  where is_open and id <> all($2::uuid[])
    and (holder = any($1) or receiving_desk = any($1) or offered_to = any($1) or (consulted <> '{}' and consulted && $1))
  limit 500`

type Touched = { id: DossierId; passing: Passing }
type Known = { db: Pool; books: LawBooks }

/** Open dossiers somebody waits for at an agency that has ended by a day, each once, those in `seen` left out. */
const touchedOn = async ({ db, books }: Known, day: Day, seen: ReadonlySet<string>): Promise<Touched[]> => {
  const tree = books.organisations()
  const ended = [...tree.rows.values()].flatMap(({ code, validTo }) =>
    validTo !== null && validTo < day ? [code] : [],
  )
  if (ended.length === 0) return []
  const { rows } = await db.query<{ id: DossierId; body: Dossier; fold: number }>(touched, [ended, [...seen]])
  return Promise.all(
    rows.map(async ({ id, body, fold }) => {
      const dossier = await folded(db, id, { body, fold })
      return { id, passing: successionOf(dossier, tree, day) }
    }),
  )
}

export type Succession = {
  dossiers: number
  passes: { from: OrganisationCode; to: OrganisationCode; dossiers: number }[]
  unclear: { dossierId: DossierId; agencies: OrganisationCode[] }[]
}

/** What would pass to whom on a day, before anything is changed: each dossier's agencies have one successor, or a person must choose. */
export const rehearseSuccession = async ({ db, books }: Known, day: Day): Promise<Succession> => {
  const seen = new Set<string>()
  const passes = new Map<string, Succession['passes'][number]>()
  const unclear: Succession['unclear'] = []
  for (
    let page = await touchedOn({ db, books }, day, seen);
    page.length > 0;
    page = await touchedOn({ db, books }, day, seen)
  )
    for (const { id, passing } of page) {
      seen.add(id)
      if (passing.unclear.length > 0) unclear.push({ dossierId: id, agencies: passing.unclear })
      for (const { from, to } of passing.replaced) {
        const pass = passes.get(`${from} ${to}`) ?? { from, to, dossiers: 0 }
        passes.set(`${from} ${to}`, { ...pass, dossiers: pass.dossiers + 1 })
      }
    }
  return { dossiers: seen.size, passes: [...passes.values()], unclear }
}

type Succeeding = Known & { clock: Clock; ledger: Ledger; report: (trouble: unknown) => void }

/**
 * Hands every dossier of an agency that has ended to its successor, an event each. Gives how many; doing it again does
 * nothing. A dossier that cannot be passed on is tried each time and reported once a day: a person must choose.
 */
export const makeSuccession = ({ db, books, clock, ledger, report }: Succeeding) => {
  let reported = { day: '', ids: new Set<string>() }
  return async (): Promise<number> => {
    const day = dayOf(clock.now())
    if (reported.day !== day) reported = { day, ids: new Set() }
    const left = new Set<string>()
    let succeeded = 0
    for (;;) {
      const page = await touchedOn({ db, books }, day, left)
      if (page.length === 0) return succeeded
      for (const { id, passing } of page) {
        const trouble = await passOn(ledger, id, passing)
        if (trouble === undefined) succeeded += 1
        else {
          left.add(id)
          if (!reported.ids.has(id)) report(trouble)
          reported.ids.add(id)
        }
      }
    }
  }
}

const passOn = async (
  ledger: Ledger,
  dossierId: DossierId,
  { replaced, unclear }: Passing,
): Promise<Error | undefined> => {
  const command = { type: 'SucceedAgency' as const, chosen: [] }
  const key = `${dossierId}:succeeds:${[...replaced.map(({ from }) => from), ...unclear].join('+')}`
  const caller = { subject: 'service:casework', kind: 'service' } as const
  try {
    const answer = await ledger({ dossierId, key, requestHash: requestHash(command), caller, command })
    return 'version' in answer
      ? undefined
      : new Error(`Dossier ${dossierId} is not passed on: ${JSON.stringify(answer)}`)
  } catch (cause) {
    return new Error(`Dossier ${dossierId} could not be passed on`, { cause })
  }
}
