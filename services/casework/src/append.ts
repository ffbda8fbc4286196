import type { DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { dossierTopic } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { codePlaceholder } from '@dossier/domain/decisions/intake'
import type { Dossier } from '@dossier/domain/dossier'
import { isOver } from '@dossier/domain/dossier'
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

const columns = `version, body, code, procedure, receiving_desk, holder, offered_to, officer, state, clock, stage,
    due_on, soon_at, overdue_at, next_alarm_at, is_open`

/**
 * One statement, all or nothing. A new dossier is inserted, and a second opener fails on the primary key, number and all; a
 * known one is locked at the version that was read, and if that is gone no part of the statement writes a row. The code is
 * minted inside: a number is never taken by an act that did not happen.
 */
const append = ({ held, moved }: { held: string; moved: string }) => `
  with held as materialized (${held}
  ), numbered as (
    insert into code_sequence as s (organisation, day, last)
    select $8, $9::date, 1 from held where $8::text is not null
    on conflict (organisation, day) do update set last = s.last + 1
    returning organisation || '-' || to_char(day, 'YYMMDD') || '-' || lpad(last::text, 4, '0') as code
  ), standing as (
    select id, s.* from held, (select coalesce((select code from numbered), $10::text) as minted) as m,
      jsonb_to_record(replace($3::text, $10::text, m.minted)::jsonb) as s (
        version int, body jsonb, code text, procedure text, receiving_desk text, holder text,
        offered_to text, officer text, state text, clock text, stage text, due_on date, soon_at text, overdue_at text,
        next_alarm_at text, is_open boolean)
  ), moved as (${moved}
  ), line as (
    select moved.id, m, n from moved,
      jsonb_array_elements(replace($4::text, $10::text, coalesce((select code from numbered), $10::text))::jsonb)
        with ordinality as message (m, n)
  ), answered as (
    insert into command (dossier_id, key, request_hash, first_seq, version)
    select id, $5, $6, $2 + 1, version from moved
  ), recorded as (
    insert into dossier_event (dossier_id, seq, body) select id, (m ->> 'seq')::int, m from line
  ), noted as (
    insert into dossier_note (dossier_id, seq, text)
    select moved.id, note.seq, note.text from moved, jsonb_to_recordset($7::jsonb) as note (seq int, text text)
  )
  insert into outbox (topic, key, body, headers) select $11, id, m, $12 from line order by n`

const opening = append({
  held: `
    select $1::uuid as id where $2::int = 0`,
  moved: `
    insert into dossier (id, applicant, ${columns}) select id, $13::text, ${columns} from standing
    returning id, version`,
})

const moving = append({
  held: `
    select id from dossier where id = $1 and version = $2::int for update`,
  moved: `
    update dossier as d set (${columns}) = (select ${columns} from standing)
    from held where d.id = held.id and $13::text is null
    returning d.id, d.version`,
})

/** Writes an act; says so when somebody was faster, when the key has been used, or when the day's codes are used up. */
export const appendAct = async (db: Pick<Pool, 'query'>, act: Act): Promise<Appended> => {
  const { dossierId, from, messages, key, requestHash, notes, mint, headers, applicant } = act
  const values = [
    dossierId,
    from,
    JSON.stringify(standingOf(act)),
    JSON.stringify(messages),
    key,
    requestHash,
    JSON.stringify(notes),
    mint?.organisation ?? null,
    mint?.day ?? null,
    codePlaceholder,
    dossierTopic.name,
    JSON.stringify(headers),
    from === 0 ? applicant : null,
  ]
  try {
    const { rowCount } = await db.query({
      name: from === 0 ? 'open' : 'move',
      text: from === 0 ? opening : moving,
      values,
    })
    return rowCount === 0 ? 'moved-on' : 'appended'
  } catch (error) {
    const told = conflicts[constraintOf(error)]
    if (told === undefined) throw error
    return told
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

const standingOf = ({ messages, dossier, moments }: Act) => {
  const last = messages.at(-1)
  const { code, procedure, receivingDesk, holder, handover, officer, state, clock, place, count } = dossier
  return {
    version: last?.seq,
    body: dossier,
    code,
    procedure,
    receiving_desk: receivingDesk,
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
    is_open: !isOver(dossier),
  }
}
