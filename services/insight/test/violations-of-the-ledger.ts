import type { Violation } from './violation.ts'

const changeEvent = (id: string, seq: number, path: string, value: string) =>
  `update dossier_event set body = jsonb_set(body, '{${path}}', '${value}') where dossier_id = '${id}' and seq = ${seq}`
// The outbox is left as it was: the same change there keeps another invariant out of it.
const inOutbox = (id: string, seq: number, path: string, value: string) =>
  `update outbox set body = jsonb_set(body, '{${path}}', '${value}') where key = '${id}' and (body ->> 'seq')::int = ${seq}`
const both = (id: string, seq: number, path: string, value: string) => [
  changeEvent(id, seq, path, value),
  inOutbox(id, seq, path, value),
]

export const ledgerViolations: readonly Violation[] = [
  {
    name: 'one-holder',
    does: 'a handover is taken by a unit it was not offered to',
    schema: 'casework',
    statements: ({ returned }) => both(returned, 5, 'event,from', '"H21.08.10.02"'),
    names: ({ returned }) => returned,
    why: /^line 5: taken from H21.08.10.02 and held by/,
  },
  {
    name: 'one-holder',
    does: 'a line says it was written before the one before it',
    schema: 'casework',
    statements: ({ returned }) => both(returned, 4, 'at', '"2021-04-12T02:40:00.000Z"'),
    names: ({ returned }) => returned,
    why: /^line 4 is earlier than line 3$/,
  },
  {
    name: 'record-folds',
    does: 'the stored state of a dossier is changed by hand',
    schema: 'casework',
    statements: ({ fresh }) => [
      `update dossier set body = jsonb_set(body, '{officer}', '"ia-pech.social"') where id = '${fresh}'`,
    ],
    names: ({ fresh }) => fresh,
    why: /^stored otherwise than its events fold: officer$/,
  },
  {
    name: 'record-folds',
    does: 'a line is deleted from the middle of a record',
    schema: 'casework',
    statements: ({ returned }) => [
      `delete from dossier_event where dossier_id = '${returned}' and seq = 3`,
      `delete from outbox where key = '${returned}' and (body ->> 'seq')::int = 3`,
    ],
    names: ({ returned }) => returned,
    why: /^line 4 follows a gap$/,
  },
  {
    name: 'change-told',
    does: 'a line has no row in the outbox',
    schema: 'casework',
    statements: ({ late }) => [`delete from outbox where key = '${late}' and (body ->> 'seq')::int = 4`],
    names: ({ late }) => late,
    why: /^line 4 has no row in the outbox$/,
  },
  {
    name: 'change-told',
    does: 'one act writes a line twice into the outbox',
    schema: 'casework',
    statements: ({ late }) => [
      `insert into outbox (tx, topic, key, body) select tx, topic, key, body from outbox where key = '${late}' and (body ->> 'seq')::int = 2`,
      `update relay_cursor set id = 1000000`,
    ],
    names: ({ late }) => late,
    why: /^line 2 is told twice by one act$/,
  },
  {
    name: 'due-date',
    does: 'a due date is moved by hand, in the record and in what is told of it',
    schema: 'casework',
    statements: ({ fresh }) => both(fresh, 2, 'event,count,due,on', '"2021-12-31"'),
    names: ({ fresh }) => fresh,
    why: /^line 2: due says 2021-12-31, 2021-/,
    also: ['record-folds'],
  },
  {
    name: 'apology',
    does: 'a day has passed and nobody was told',
    schema: 'casework',
    statements: () => [],
    at: '2021-07-30T02:00:00.000Z',
    names: ({ fresh }) => fresh,
    why: /not done, and its lateness was never sounded$/,
    also: ['liveness'],
  },
  {
    name: 'apology',
    does: 'a result in time is called late',
    schema: 'casework',
    statements: ({ returned }) =>
      ['dossier_event', 'outbox'].map(
        (table) => `update ${table} set body = jsonb_set(body, '{event,timeliness}', '"late"')
          where body ->> 'dossierId' = '${returned}' and body #>> '{event,type}' = 'ResultSigned'`,
      ),
    names: ({ returned }) => returned,
    why: /^line \d+: verdict says late, early follows$/,
    also: ['record-folds'],
  },
  {
    name: 'statistics',
    does: 'a dossier’s stored verdict is another than its events say',
    schema: 'casework',
    statements: ({ returned }) => [
      `update dossier set fold = 0, body = jsonb_set(jsonb_set(body, '{result,timeliness}', '"late"'), '{clock,at}', '"2021-06-01T00:10:00.000Z"') where id = '${returned}'`,
    ],
    names: () => 'H21.08.10.01',
    why: /stand, \d+ follow from events$/,
  },
  {
    name: 'liveness',
    does: 'an open dossier’s next alarm is lost',
    schema: 'casework',
    statements: ({ fresh }) => [`update dossier set next_alarm_at = null where id = '${fresh}'`],
    names: ({ fresh }) => fresh,
    why: /^its plan begins at .*, and nothing will ring$/,
  },
  {
    name: 'liveness',
    does: 'a closed dossier still has an alarm',
    schema: 'casework',
    statements: ({ returned }) => [
      `update dossier set next_alarm_at = '2021-12-01T00:00:00.000Z' where id = '${returned}'`,
    ],
    names: ({ returned }) => returned,
    why: /^it will ring at 2021-12-01.*, its plan says never$/,
  },
  {
    name: 'one-effect',
    does: 'a command’s key is forgotten',
    schema: 'casework',
    statements: ({ supplemented }) => [`delete from command where dossier_id = '${supplemented}' and first_seq = 2`],
    names: ({ supplemented }) => supplemented,
    why: /^key \d+ names lines 3 to \d+ after line 1$/,
  },
  {
    name: 'one-effect',
    does: 'a code was taken by nobody',
    schema: 'casework',
    statements: () => [`update code_sequence set last = last + 1`],
    names: () => 'H21.08.10 on 2021-01-01',
    why: /^its last code is 5, and 4 dossiers have one$/,
  },
  {
    name: 'rights',
    does: 'a dossier is accepted by a postal worker',
    schema: 'casework',
    statements: ({ late }) =>
      both(late, 2, 'actor', '{"person":"ia-pech.post","role":"postal-worker","organisation":"H21.08.10.06"}'),
    names: ({ late }) => late,
    why: /^line 2: postal-worker@H21.08.10.06 might not Accept$/,
    also: ['record-folds'],
  },
  {
    name: 'rights',
    does: 'an officer’s mandate had ended by then',
    schema: 'casework',
    statements: () => [
      `update copy set body = jsonb_set(body, '{mandates,0,to}', '"2021-05-31"') where topic = 'catalogue.officer.v1' and key = 'ia-pech.intake'`,
    ],
    names: ({ fresh }) => fresh,
    why: /^line 2: whoever acted as intake-officer@H21.08.10.01 was not that on the day$/,
  },
  {
    name: 'chain',
    does: 'the guard that keeps records from being changed is taken off',
    schema: 'casework',
    statements: () => [`alter table dossier_event disable trigger dossier_event_stays`],
    names: () => 'dossier_event_stays',
    why: /^this guard of the records is off$/,
  },
  {
    name: 'canaries',
    does: 'a planted name is written into an event',
    schema: 'casework',
    statements: ({ fresh }) => both(fresh, 1, 'requestId', '"Nguyễn Thị Hoàng Yến"'),
    names: ({ fresh }) => fresh,
    why: /^a planted identity stands in line 1$/,
  },
]
