import type { Violation } from './violation.ts'

export const otherViolations: readonly Violation[] = [
  {
    name: 'one-custodian',
    does: 'a second custodian has a paper at the same time',
    schema: 'postal',
    statements: ({ fresh }) => [
      `alter table custody drop constraint custody_no_overlap`,
      `drop index custody_one_open`,
      `insert into custody (paper, nth, custodian, since, fact) select paper, 2, custodian, since, fact from custody
       where paper in (select id from paper where dossier_id = '${fresh}')`,
    ],
    why: /^(no-open-interval|overlap|gap) of dossier /,
  },
  {
    name: 'applied-once',
    does: 'a view shows another state than the line it has heard',
    schema: 'intake',
    statements: ({ late }) => [
      `update progress set axes = jsonb_set(axes, '{state}', '"returned"') where dossier_id = '${late}'`,
    ],
    names: ({ late }) => late,
    why: /^intake shows something else than line \d+ says$/,
  },
  {
    name: 'applied-once',
    does: 'a consumer has heard a line that was never told',
    schema: 'notifications',
    statements: ({ fresh }) => [
      `update inbox set seq = 99 where consumer = 'notifications.application' and key = '${fresh}'`,
    ],
    names: ({ fresh }) => fresh,
    why: /^notifications.application has heard line 99, and 1 is the last there is$/,
  },
  {
    name: 'applied-once',
    does: 'a consumer has skipped the last line, and nothing is under way',
    schema: 'postal',
    statements: ({ fresh }) => [`update inbox set seq = 0 where consumer = 'postal.application' and key = '${fresh}'`],
    names: ({ fresh }) => fresh,
    why: /^postal.application has heard line 0 of 1$/,
    form: 'quiescent',
  },
  {
    name: 'apology',
    does: 'an apology has no letter',
    schema: 'notifications',
    statements: ({ late }) => [`delete from letter where dossier_id = '${late}' and kind = 'apology'`],
    names: ({ late }) => late,
    why: /owes the letter apology, and none is drafted$/,
    also: ['messages', 'applied-once'],
  },
  {
    name: 'messages',
    does: 'a notice the law asks for was never written down',
    schema: 'notifications',
    statements: ({ returned }) => [
      `delete from attempt where message_id in (select m.id from message m join notice n on n.id = m.notice_id where n.subject = '${returned}' and n.template = 'result-ready')`,
      `delete from message where notice_id in (select id from notice where subject = '${returned}' and template = 'result-ready')`,
      `delete from notice where subject = '${returned}' and template = 'result-ready'`,
    ],
    names: ({ returned }) => returned,
    why: /^nobody noted to tell of \d+\/result-ready$/,
  },
  {
    name: 'messages',
    does: 'a message is said to be sent, and nothing proves it',
    schema: 'notifications',
    statements: ({ fresh }) => [
      `delete from attempt where message_id in (select id from message where subject = '${fresh}')`,
    ],
    why: /^sent by email without any proof$/,
  },
  {
    name: 'messages',
    does: 'a message waits when nothing is under way',
    schema: 'notifications',
    statements: ({ fresh }) => [`update message set state = 'queued' where subject = '${fresh}'`],
    why: /^a message is still queued$/,
    form: 'quiescent',
  },
  {
    name: 'parcels',
    does: 'a parcel is under way that never carried a paper',
    schema: 'postal',
    statements: ({ fresh }) => [
      `insert into parcel (code, dossier_id, purpose, slip, sender, service_class, packed_at, packed_by, state)
       values ('CA100000001VN', '${fresh}', 'papers', 'S1', 'H21.08.10.01', 'EMS', now(), 'ia-pech.post', 'under-way')`,
    ],
    names: () => 'CA100000001VN',
    why: /^under-way, and never carried a paper$/,
  },
  {
    name: 'one-effect',
    does: 'a message was sent twice',
    schema: 'notifications',
    statements: ({ fresh }) => [
      `insert into attempt (message_id, at, what, outcome) select id, queued_at, 'send', 'sent' from message where subject = '${fresh}'`,
    ],
    why: /^2 times sent to the same address$/,
  },
]
