import { lightMoments } from '@dossier/domain/alarm-plan'
import { requestsOf } from '@dossier/domain/axes'
import { shift } from '@dossier/domain/calendar'
import { isOver } from '@dossier/domain/dossier'
import { foldVersion } from '@dossier/domain/evolve'
import { ruleSets } from '@dossier/domain/rule-set'
import { uuidv7 } from 'uuidv7'
import { owedBy } from '../src/records/owed.ts'
import { calendar, organisations, procedure } from './law.ts'
import type { Life } from './life.ts'

/** Rows by `schema.table`. */
export type Rows = Record<string, object[]>

/** What every service has of one life once all is told, heard and done. */
export const rowsOf = (life: Life, place: number): Rows => ({
  ...ledgerRows(life),
  ...intakeRows(life),
  ...messageRows(life, place),
  ...paperRows(life),
})

const ledgerRows = ({ id, dossier, messages, effects }: Life): Rows => {
  const last = messages.at(-1)
  const law = { procedure, calendar, ruleSet: ruleSets[dossier.pinned?.ruleSet ?? 'ND61_2018'], organisations }
  const { soonAt, overdueAt } = lightMoments(dossier, law)
  const { count, place } = dossier
  const row = {
    id,
    version: messages.length,
    body: dossier,
    fold: foldVersion,
    applicant: null,
    code: dossier.code,
    procedure: dossier.procedure,
    receiving_desk: dossier.receivingDesk,
    holder: dossier.holder,
    offered_to: dossier.handover?.to ?? null,
    officer: dossier.officer,
    state: dossier.state,
    clock: dossier.clock.is,
    stage: place === null ? null : (count?.stages[place.index]?.id ?? null),
    due_on: count?.due.on ?? null,
    soon_at: soonAt,
    overdue_at: overdueAt,
    next_alarm_at: last?.alarms[0]?.at ?? null,
    is_open: !isOver(dossier),
    requests: requestsOf(dossier),
    consulted: [],
    calendar: dossier.pinned?.calendar ?? null,
    apology_to: [],
  }
  return {
    'casework.dossier': [row],
    'casework.dossier_event': messages.map((body) => ({ dossier_id: id, seq: body.seq, body })),
    'casework.command': effects.map(({ first, last: version }, i) => ({
      dossier_id: id,
      key: `officer:x ${i}`,
      request_hash: '',
      first_seq: first,
      version,
      at: new Date().toISOString(),
    })),
    'casework.outbox': messages.map((body) => ({
      topic: 'casework.dossier.v1',
      key: id,
      body,
      headers: {},
      at: new Date().toISOString(),
    })),
  }
}

const intakeRows = ({ id, dossier, messages }: Life): Rows => {
  const submitted = {
    type: 'ApplicationSubmitted',
    procedureVersion: procedure.id,
    channel: 'desk',
    receivingDesk: dossier.receivingDesk,
    submittedAt: dossier.submittedAt,
    applicant: null,
    complete: true,
  }
  const body = { applicationId: id, seq: 1, at: dossier.submittedAt, event: submitted }
  const last = messages.at(-1)
  return {
    'intake.application': [
      {
        id,
        procedure: dossier.procedure,
        procedure_version: procedure.id,
        channel: 'desk',
        receiving_desk: dossier.receivingDesk,
        submitted_at: dossier.submittedAt,
        submitted_by: 'officer:ia-pech.intake',
        form: { applicant: { fullName: 'Người nộp hồ sơ mẫu' } },
        components: {},
        counts: {},
        payments: {},
        paid: {},
        defects: [],
        complete: true,
        seq: 1,
        complete_at_first: true,
        return_by: 'desk',
      },
    ],
    'intake.application_line': [{ application_id: id, seq: 1, at: dossier.submittedAt, event: submitted }],
    'intake.outbox': [{ topic: 'intake.application.v1', key: id, body, headers: {}, at: new Date().toISOString() }],
    'intake.progress': [{ dossier_id: id, seq: messages.length, at: last?.at, axes: last?.axes, applied_at: last?.at }],
    'intake.inbox': [{ consumer: 'intake.progress', key: id, seq: messages.length }],
  }
}

const messageRows = ({ id, messages }: Life, place: number): Rows => {
  const steps = messages.map((line) => ({ line: { ...line, text: '' }, before: undefined, after: undefined }))
  const { notices, letters } = owedBy(steps, organisations)
  const told = notices.map(([seq, template]) => ({ id: uuidv7(), seq, template, at: messages[seq - 1]?.at ?? '' }))
  const sent = told.map(({ id: notice, at }) => ({
    id: uuidv7(),
    notice_id: notice,
    subject: id,
    recipient: 'applicant',
    channel: 'email',
    urgency: 'legal',
    language: 'vi',
    state: 'sent',
    queued_at: at,
    held: false,
    attempts: 1,
    asked: 0,
    ended_at: at,
  }))
  const issued = letters.map(([seq, kind], i) => ({
    id: uuidv7(),
    dossier_id: id,
    seq,
    kind,
    at: messages[seq - 1]?.at,
    desk: 'H21.08.10.01',
    authority: 'H21.08.10',
    year: 2021,
    number: place * 10 + i + 1,
    state: 'issued',
    tries: 0,
    sha256: '',
    place: i + 1,
    issued_at: messages[seq - 1]?.at,
  }))
  const heard = ['notifications.dossier', 'notifications.application'] as const
  return {
    'notifications.heard': [{ subject: id, body: { axes: messages.at(-1)?.axes } }],
    'notifications.inbox': heard.map((consumer) => ({
      consumer,
      key: id,
      seq: consumer === 'notifications.dossier' ? messages.length : 1,
    })),
    'notifications.notice': told.map(({ id: notice, seq, template, at }) => ({
      id: notice,
      cause: `casework.dossier.v1/${id}/${seq}/${template}`,
      subject: id,
      recipient: 'applicant',
      template,
      urgency: 'legal',
      channels: ['email'],
      facts: {},
      at,
      state: 'prepared',
      tries: 0,
      aside: false,
    })),
    'notifications.message': sent,
    'notifications.attempt': sent.map(({ id: message, queued_at: at }) => ({
      message_id: message,
      at,
      what: 'send',
      outcome: 'sent',
    })),
    'notifications.letter': issued,
    'casework.dossier_letter': issued.map(({ id: letter, seq, kind, issued_at: at }) => ({
      letter,
      dossier_id: id,
      of_seq: seq,
      kind,
      number: '1',
      issued_at: at,
      sha256: '',
      pages: 1,
      signed: true,
    })),
  }
}

const paperRows = ({ id, dossier, messages }: Life): Rows => {
  const [paper, fact] = [uuidv7(), uuidv7()]
  const custodian = { kind: 'desk', organisation: dossier.receivingDesk }
  const axes = messages.at(-1)?.axes
  const since = dossier.submittedAt
  return {
    'postal.dossier': [{ id, seq: 0, desk: axes?.receivingDesk, procedure: axes?.procedure, delivery: axes?.delivery }],
    'postal.inbox': [
      { consumer: 'postal.dossier', key: id, seq: messages.length },
      { consumer: 'postal.application', key: id, seq: 1 },
    ],
    'postal.paper': [
      { id: paper, dossier_id: id, kind: 'original', component: '01', registered_at: since, holds: 1, is_held: true },
    ],
    'postal.custody_fact': [
      {
        id: fact,
        dossier_id: id,
        step: 'registered',
        papers: [paper],
        to_custodian: custodian,
        happened_at: since,
        recorded_at: since,
        why: 'application',
      },
    ],
    'postal.custody': [{ paper, nth: 1, custodian, since, fact }],
  }
}

const perDay = 9_000 // four digits never wrap

/** The code of the n-th dossier, from 0, of one authority. */
export const codeOf = (n: number): string => {
  const day = dayOfCode(n).slice(2).replaceAll('-', '')
  return `H21.08.10-${day}-${`${(n % perDay) + 1}`.padStart(4, '0')}`
}
const dayOfCode = (n: number) => shift('2021-01-01', Math.floor(n / perDay))

/** The last code of each day, where so many were given. */
export const codeSequence = (dossiers: number): Rows => ({
  'casework.code_sequence': Array.from({ length: Math.ceil(dossiers / perDay) }, (_, i) => ({
    organisation: 'H21.08.10',
    day: dayOfCode(i * perDay),
    last: Math.min(perDay, dossiers - i * perDay),
  })),
})
