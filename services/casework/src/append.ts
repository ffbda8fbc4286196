import { type DossierId, type DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { requestsOf } from '@dossier/domain/axes'
import { codePlaceholder } from '@dossier/domain/decisions/intake'
import { type Dossier, isOver } from '@dossier/domain/dossier'
import { foldVersion } from '@dossier/domain/evolve'
import type { Pool } from 'pg'
import { makeGathered } from '@dossier/platform/gathered'
import { crashPoint } from '@dossier/platform/crash-point'

/** What one act writes: the lines of the record, where the dossier stands after them, and the key that asked for it. */
export type Act = {
  dossierId: DossierId
  /** The version it was decided on: if the dossier has moved on since, nothing at all is written. */
  from: number
  messages: readonly DossierMessage[]
  dossier: Dossier
  moments: { soonAt: string; overdueAt: string }
  /** Until when a drafted apology is to be signed, and whose leaders are asked; null where none waits. */
  apology: { by: string; to: readonly string[] } | null
  key: string
  requestHash: string
  applicant: string | null
  notes: readonly { seq: number; text: string }[]
  /** Under which authority and day a code is to be minted, if this act accepts. */
  mint: { organisation: OrganisationCode; day: Day } | null
  headers: Record<string, string>
}

export type Appended = 'appended' | 'moved-on' | 'key-taken' | 'code-exhausted'

/** The columns of a dossier's row that an act writes anew, with their types. */
const standing = {
  version: 'int',
  body: 'jsonb',
  holder: 'text',
  offered_to: 'text',
  officer: 'text',
  state: 'text',
  clock: 'text',
  stage: 'text',
  due_on: 'date',
  soon_at: 'text',
  overdue_at: 'text',
  next_alarm_at: 'text',
  is_open: 'boolean',
  receiving_desk: 'text',
  requests: 'text[]',
  consulted: 'text[]',
  calendar: 'text',
  apology_by: 'text',
  apology_to: 'text[]',
} as const
const columns = Object.keys(standing)
/** What an act says besides: by what it was decided and asked, and what is told of it. */
const asked = {
  id: 'uuid',
  decided_on: 'int',
  key: 'text',
  hash: 'text',
  lines: 'jsonb',
  notes: 'jsonb',
  headers: 'jsonb',
}
const once = { applicant: 'text', procedure: 'text', organisation: 'text', day: 'date' }

const typed = Object.entries({ ...standing, ...asked, ...once }).map(([name, type]) => `${name} ${type}`)
/** The acts, one JSON text for all of them: $1. The topic they are told on is $2. */
const given = `given as materialized (select * from jsonb_to_recordset($1::jsonb) as g (${typed.join(', ')}))`

/** An act that counts no date leaves the calendar as it was `kept`. */
const values = (kept: string) =>
  columns.map((name) => (name === 'calendar' ? `coalesce(g.calendar, ${kept})` : `g.${name}`)).join(', ')

/** The rest of every statement: lines into record and outbox, the key, the notes; of the acts in `moved` alone. */
const tell = (source: string) => `
  line as materialized (
    select g.id, g.decided_on + n::int as seq, l.body, g.headers
    from moved join ${source} g using (id), jsonb_array_elements(g.lines) with ordinality as l (body, n)
  ), answered as (
    insert into command (dossier_id, key, request_hash, first_seq, version)
    select g.id, g.key, g.hash, g.decided_on + 1, g.version from moved join ${source} g using (id)
  ), recorded as (
    insert into dossier_event (dossier_id, seq, body) select id, seq, body from line
  ), noted as (
    insert into dossier_note (dossier_id, seq, text)
    select g.id, n.seq, n.text
    from moved join ${source} g using (id), jsonb_to_recordset(g.notes) as n (seq int, text text)
  ), told as (
    insert into outbox (topic, key, body, headers) select $2, id, body, headers from line order by id, seq
  )
  select id from moved`

/** Each act all or nothing: where a row is no longer at the version that was read, nothing is written for it. */
const moving = `
  with ${given}, moved as (
    update dossier d set (${columns.join(', ')}, fold) = row (${values('d.calendar')}, ${foldVersion})
    from given g where d.id = g.id and d.version = g.decided_on
    returning d.id
  ), ${tell('given')}`

/**
 * Accepts: the code is minted inside, so that a number is never taken by an act that did not happen. A known dossier is
 * locked at its version first; a new one is inserted, and a second opener fails on the primary key, number and all.
 */
const minting = ({ held, moved }: { held: string; moved: string }) => `
  with ${given}, held as materialized (${held}
  ), numbered as (
    insert into code_sequence as s (organisation, day, last)
    select g.organisation, g.day, 1 from held join given g using (id) where g.organisation is not null
    on conflict (organisation, day) do update set last = s.last + 1
    returning organisation || '-' || to_char(day, 'YYMMDD') || '-' || lpad(last::text, 4, '0') as code
  ), minted as (
    select coalesce((select code from numbered), $3::text) as code
  ), coded as materialized (
    select ${Object.keys({ ...standing, ...asked, ...once })
      .map((name) =>
        name === 'body' || name === 'lines' ? `replace(${name}::text, $3, code)::jsonb as ${name}` : name,
      )
      .join(', ')}, case when organisation is null then null else code end as code
    from given, minted
  ), moved as (${moved}
  ), ${tell('coded')}`

const opening = minting({
  held: `
    select id from given where decided_on = 0`,
  moved: `
    insert into dossier (id, applicant, procedure, code, ${columns.join(', ')}, fold)
    select g.id, g.applicant, g.procedure, g.code, ${values('null')}, ${foldVersion} from held join coded g using (id)
    returning id`,
})

const accepting = minting({
  held: `
    select d.id from dossier d join given g on d.id = g.id and d.version = g.decided_on for update of d`,
  moved: `
    update dossier d set (code, ${columns.join(', ')}, fold) = row (g.code, ${values('d.calendar')}, ${foldVersion})
    from held join coded g using (id) where d.id = held.id
    returning d.id`,
})

type Database = Pick<Pool, 'query'>

/**
 * Writes acts; says of each when somebody was faster, when the key has been used, or when the day's codes are used up. Acts
 * on different dossiers that come while others are being written go together, in one statement (decision 0013).
 */
export const makeAppend = (db: Database): ((act: Act) => Promise<Appended>) => {
  const write = async (acts: readonly Act[]): Promise<Set<string>> => {
    crashPoint('ledger: before the act is written')
    const { rows } = await db.query<{ id: string }>(statementOf(acts))
    crashPoint('ledger: written, nobody told')
    return new Set(rows.map(({ id }) => id))
  }
  const alone = async (act: Act): Promise<Appended> => {
    try {
      return (await write([act])).has(act.dossierId) ? 'appended' : 'moved-on'
    } catch (error) {
      const told = conflicts[constraintOf(error)]
      if (told === undefined) throw error
      return told
    }
  }
  const together = makeGathered<Act, Appended>({
    keyOf: ({ dossierId }) => dossierId,
    atOnce: 2,
    most: 64,
    alone,
    all: async (acts) => {
      const moved = await write(acts)
      return ({ dossierId }) => (moved.has(dossierId) ? 'appended' : 'moved-on')
    },
  })
  return (act) => (act.from === 0 || act.mint !== null ? alone(act) : together(act))
}

const statementOf = (acts: readonly Act[]) => {
  const [first] = acts
  const values = [JSON.stringify(acts.map(rowOf)), dossierTopic.name]
  if (first?.from === 0) return { name: 'open', text: opening, values: [...values, codePlaceholder] }
  if (first?.mint != null) return { name: 'accept', text: accepting, values: [...values, codePlaceholder] }
  return { name: 'move', text: moving, values }
}

type Row = Record<keyof typeof standing | keyof typeof asked | keyof typeof once, unknown>

const rowOf = ({ dossierId, from, messages, dossier, moments, apology, mint, ...act }: Act): Row => {
  const last = messages.at(-1)
  const { holder, handover, officer, state, clock, place, count, receivingDesk, consultations } = dossier
  const isOpen = !isOver(dossier)
  const waiting = isOpen ? consultations.flatMap(({ to, answer }) => (answer === null ? [to] : [])) : []
  const counts = messages.some(({ event }) => 'count' in event && event.count !== undefined)
  return {
    id: dossierId,
    decided_on: from,
    key: act.key,
    hash: act.requestHash,
    version: last?.seq,
    body: dossier,
    holder,
    offered_to: handover?.to ?? null,
    officer,
    state,
    clock: clock.is,
    stage: place === null ? null : (count?.stages[place.index]?.id ?? null),
    due_on: count?.due.on ?? null,
    soon_at: moments.soonAt,
    overdue_at: moments.overdueAt,
    next_alarm_at: last?.alarms[0]?.at ?? null,
    is_open: isOpen,
    receiving_desk: receivingDesk,
    requests: requestsOf(dossier),
    consulted: waiting,
    calendar: counts ? (dossier.pinned?.calendar ?? null) : null,
    apology_by: apology?.by ?? null,
    apology_to: apology?.to ?? [],
    lines: messages,
    notes: act.notes,
    headers: act.headers,
    applicant: act.applicant,
    procedure: dossier.procedure,
    organisation: mint?.organisation ?? null,
    day: mint?.day ?? null,
  }
}

const conflicts: Record<string, Appended> = {
  dossier_pk: 'moved-on', // opened by somebody else in between
  dossier_event_pk: 'moved-on',
  command_pk: 'key-taken',
  code_sequence_four_digits_check: 'code-exhausted',
}
const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
