import { type DossierId, type DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { requestsOf } from '@dossier/domain/axes'
import { codePlaceholder } from '@dossier/domain/decisions/intake'
import { type Dossier, isOver } from '@dossier/domain/dossier'
import { foldVersion } from '@dossier/domain/evolve'
import type { Pool } from 'pg'

/** What one act writes: the lines of the record, where the dossier stands after them, and the key that asked for it. */
export type Act = {
  dossierId: DossierId
  /** The version it was decided on: if the dossier has moved on since, nothing at all is written. */
  from: number
  messages: readonly DossierMessage[]
  dossier: Dossier
  moments: { soonAt: string; overdueAt: string }
  key: string
  requestHash: string
  applicant: string | null
  notes: readonly { seq: number; text: string }[]
  /** Under which authority and day a code is to be minted, if this act accepts. */
  mint: { organisation: OrganisationCode; day: Day } | null
  headers: Record<string, string>
}

export type Appended = 'appended' | 'moved-on' | 'key-taken' | 'code-exhausted'

// Columns that an act may change, as $6 to $22; what never changes is written when the dossier is opened.
const columns = `version, body, holder, offered_to, officer, state, clock, stage, due_on, soon_at, overdue_at,
    next_alarm_at, is_open, receiving_desk, requests, consulted, calendar, fold`
/** An act that counts no date leaves the calendar as it was `kept`. */
const valuesWith = (
  kept: string,
) => `$6::int, $7::jsonb, $8, $9, $10, $11, $12, $13, $14::date, $15, $16, $17, $18::boolean, $19, $20::text[],
    $21::text[], coalesce($22, ${kept}), ${foldVersion}`

/** The rest of the one statement: lines into record and outbox, the key, the notes. `lines` gives them as a JSON array. */
const tell = ({ lines, notes }: { lines: string; notes: boolean }) => `
  ), line as materialized (
    select moved.id, $2::int + n::int as seq, body
    from moved, jsonb_array_elements(${lines}) with ordinality as l (body, n)
  ), answered as (
    insert into command (dossier_id, key, request_hash, first_seq, version)
    select id, $3, $4, $2::int + 1, $6::int from moved
  ), recorded as (
    insert into dossier_event (dossier_id, seq, body) select id, seq, body from line${notes ? noted : ''}
  )
  insert into outbox (topic, key, body, headers) select $5, id, body, $24 from line order by seq`
const noted = `
  ), noted as (
    insert into dossier_note (dossier_id, seq, text)
    select moved.id, note.seq, note.text from moved, unnest($25::int[], $26::text[]) as note (seq, text)`

/** All or nothing: if the row is no longer at the version that was read, no part of the statement writes anything. */
const moving = (notes: boolean) => `
  with moved as (
    update dossier set (${columns}) = row (${valuesWith('dossier.calendar')}) where id = $1 and version = $2::int returning id
  ${tell({ lines: '$23::jsonb', notes })}`

const withoutNotes = moving(false)
const withNotes = moving(true)

/**
 * Accepts: the code is minted inside, so that a number is never taken by an act that did not happen. A known dossier is
 * locked at its version first; a new one is inserted, and a second opener fails on the primary key, number and all.
 */
const minting = ({ held, moved }: { held: string; moved: string }) => `
  with held as materialized (${held}
  ), numbered as (
    insert into code_sequence as s (organisation, day, last)
    select $27, $28::date, 1 from held where $27::text is not null
    on conflict (organisation, day) do update set last = s.last + 1
    returning organisation || '-' || to_char(day, 'YYMMDD') || '-' || lpad(last::text, 4, '0') as code
  ), minted as (
    select coalesce((select code from numbered), $29::text) as code
  ), moved as (${moved}
  ${tell({ lines: `replace($23::text, $29, (select code from minted))::jsonb`, notes: true })}`

const mintedValues = (kept: string) =>
  valuesWith(kept).replace('$7::jsonb', `replace($7::text, $29, minted.code)::jsonb`)
const mintedCode = `case when $27::text is null then null else minted.code end`

const opening = minting({
  held: `
    select $1::uuid as id where $2::int = 0`,
  moved: `
    insert into dossier (id, applicant, procedure, code, ${columns})
    select held.id, $30, $31, ${mintedCode}, ${mintedValues('null')} from held, minted
    returning id`,
})

const accepting = minting({
  held: `
    select id from dossier where id = $1 and version = $2::int for update`,
  moved: `
    update dossier as d set (code, ${columns}) = row (${mintedCode}, ${mintedValues('d.calendar')}) from held, minted
    where d.id = held.id
    returning d.id`,
})

/** Writes an act; says so when somebody was faster, when the key has been used, or when the day's codes are used up. */
export const appendAct = async (db: Pick<Pool, 'query'>, act: Act): Promise<Appended> => {
  try {
    const { rowCount } = await db.query(statementOf(act))
    return rowCount === 0 ? 'moved-on' : 'appended'
  } catch (error) {
    const told = conflicts[constraintOf(error)]
    if (told === undefined) throw error
    return told
  }
}

const statementOf = (act: Act) => {
  const { from, mint, notes, applicant, dossier } = act
  const plain = valuesOf(act)
  const noting = [notes.map(({ seq }) => seq), notes.map(({ text }) => text)]
  const coding = [mint?.organisation ?? null, mint?.day ?? null, codePlaceholder]
  if (from === 0) {
    return { name: 'open', text: opening, values: [...plain, ...noting, ...coding, applicant, dossier.procedure] }
  }
  if (mint !== null) return { name: 'accept', text: accepting, values: [...plain, ...noting, ...coding] }
  return notes.length === 0
    ? { name: 'move', text: withoutNotes, values: plain }
    : { name: 'move-with-notes', text: withNotes, values: [...plain, ...noting] }
}

const valuesOf = ({ dossierId, from, messages, dossier, moments, key, requestHash, headers }: Act): unknown[] => {
  const last = messages.at(-1)
  const { holder, handover, officer, state, clock, place, count, receivingDesk, consultations } = dossier
  const stage = place === null ? null : (count?.stages[place.index]?.id ?? null)
  const acted = [dossierId, from, key, requestHash, dossierTopic.name]
  const stands = [last?.seq, JSON.stringify(dossier), holder, handover?.to ?? null, officer, state, clock.is, stage]
  const waits = [
    count?.due.on ?? null,
    moments.soonAt,
    moments.overdueAt,
    last?.alarms[0]?.at ?? null,
    !isOver(dossier),
  ]
  const waiting = consultations.flatMap(({ to, answer }) => (answer === null ? [to] : []))
  const counts = messages.some(({ event }) => 'count' in event && event.count !== undefined)
  const calendar = counts ? (dossier.pinned?.calendar ?? null) : null
  const others = [receivingDesk, requestsOf(dossier), isOver(dossier) ? [] : waiting, calendar]
  return [...acted, ...stands, ...waits, ...others, JSON.stringify(messages), JSON.stringify(headers)]
}

const conflicts: Record<string, Appended> = {
  dossier_pk: 'moved-on', // opened by somebody else in between
  dossier_event_pk: 'moved-on',
  command_pk: 'key-taken',
  code_sequence_four_digits_check: 'code-exhausted',
}
const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
