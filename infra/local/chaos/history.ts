import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { database } from '../databases.ts'
import { addressesOf, type StackPlan } from '../stack-plan.ts'
import { linesOf } from '../story/people.ts'
import type { Acknowledged } from './steady-people.ts'

/** What clients were told, and what is there: `lost` was told and is not there, `doubled` is there and nobody was told. */
export type Compared = { acknowledged: number; found: number; lost: string[]; doubled: string[] }

const lines = `
  select dossier_id || '/' || (body ->> 'seq') as place, body -> 'event' as event, body #>> '{actor,person}' as person
  from casework.dossier_event`
const applications = `select id::text as place from intake.application`
const parcels = `select code as place from postal.parcel`

const commands = /^\/dossiers\/([^/]+)\/commands$/

/**
 * Compares clients' own histories with what the services hold: every line an officer was shown, every application and every
 * parcel. All of a stack's people must have written theirs, and have heard of all they did.
 */
export const compareWithHistory = async (plan: StackPlan, history: readonly Acknowledged[]): Promise<Compared> => {
  const url = new URL(addressesOf(plan).postgres)
  url.pathname = `/${database}`
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    const rows = async (sql: string) => (await db.query<{ place: string; event?: unknown; person?: string }>(sql)).rows
    const ledger = await rows(lines)
    const things = [...(await rows(applications)), ...(await rows(parcels))]
    const there = new Map([...ledger, ...things].map(({ place, event }) => [place, event]))
    const told = new Map(history.flatMap(toldBy))
    const lost = [...told].flatMap(([place, event]) =>
      there.has(place) && isDeepStrictEqual(there.get(place), event) ? [] : [place],
    )
    // What services do by themselves nobody is answered.
    const doneByPeople = [...ledger.filter(({ person }) => !services.test(person ?? '')), ...things]
    const doubled = doneByPeople.flatMap(({ place }) => (told.has(place) ? [] : [place]))
    return { acknowledged: told.size, found: told.size - lost.length, lost, doubled }
  } finally {
    await db.end()
  }
}

const services = /^(casework|intake|postal|notifications|conductor)$/

/** Each thing an answer says was done, by its place. */
const toldBy = ({ service, path, answer: { body } }: Acknowledged): [string, unknown][] => {
  const dossierId = service === 'casework' ? commands.exec(path)?.[1] : undefined
  if (dossierId !== undefined) return linesOf(body['lines']).map(({ seq, event }) => [`${dossierId}/${seq}`, event])
  if (service === 'intake' && path === '/applications') return [[String(body['applicationId']), undefined]]
  if (service === 'postal' && path === '/parcels') return [[String(body['code']), undefined]]
  return []
}
