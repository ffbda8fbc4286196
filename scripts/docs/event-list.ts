import { AlarmKind } from '../../packages/contracts/src/dossier.ts'
import { commonProblems } from '../../packages/contracts/src/problem.ts'
import { RefusalCode } from '../../packages/contracts/src/refusal.ts'
import { topics } from '../../packages/contracts/src/topics.ts'
import { refusals } from '../../packages/domain/src/refusals.ts'
import { eventsOf, keyOf } from './asyncapi.ts'
import { schemaOf } from './schemas.ts'

/** When each alarm sounds if nobody has acted; `packages/domain/src/alarm-plan.ts` computes the moments. */
const alarms = {
  'answer-due': 'The desk has not answered a submission within its time.',
  'handover-unanswered': 'The receiver has neither accepted nor returned a handover.',
  'stage-warning': 'Morning of the last day of a stage.',
  'stage-overdue': "A stage's own limit has passed.",
  'due-soon': 'The due date is near: the light turns from green to yellow.',
  'apology-by': 'Last moment for the apology letter with its new date (NĐ 61/2018 art. 19.9).',
  overdue: 'The legal due date has passed.',
  'appointment-missed': 'The re-appointed date has passed too.',
  'supplement-window': "The citizen's time to bring a supplement has ended.",
  'obligation-due': 'The last day to pay has passed.',
  'transfer-due': 'The desk passes an accepted dossier on, the same day or early on the next (NĐ 61/2018 art. 18.2).',
  'posting-ends': 'The public posting of a stage has lasted its time.',
  'silence-approves': 'The authority has been silent so long that a law lets the applicant go ahead.',
  'consultation-due': 'An agency asked has not answered; where a law says so, its consent is deemed.',
  'delivery-overdue': 'The day the post promised for the result has passed, and nobody said it was delivered.',
  'apology-draft': 'It is not done and its day is near: an apology is drafted for the leader to sign.',
  'apology-unsigned': 'A drafted apology still waits for its signature: the next leader above hears of it too.',
  'result-uncollected': 'The result has waited for the citizen for so many days.',
} as const satisfies Record<AlarmKind, string>

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const cell = (text: string): string => text.replaceAll('|', '\\|')
const code = (text: string): string => `\`${text}\``

/** Members by name, with a question mark where one may be missing. */
const membersOf = (contract: Parameters<typeof schemaOf>[0], without: string[] = []): string => {
  const { schema, shapes } = schemaOf(contract)
  const named = Object(shapes)[String(schema['$ref']).replace('#/components/schemas/', '')]
  const { properties, required } = Object(named ?? schema)
  const always = new Set<unknown>(required)
  const names = Object.keys(Object(properties)).filter((name) => !without.includes(name))
  return names.map((name) => code(always.has(name) ? name : `${name}?`)).join(', ') || 'none'
}

const told = topics.filter((topic) => eventsOf(topic).length > 0)
const announced = topics.filter((topic) => eventsOf(topic).length === 0)

/** Everything that is told, sounded or refused, for people. */
export const eventList = (): string => `# Events, alarms and refusals

Drawn from \`packages/contracts\` and \`packages/domain\` by \`pnpm run docs\`; change those, not this page. The messages in full, with
examples, are in \`asyncapi.json\` beside it.

## Events

${table(
  ['event', 'topic', 'when it happens', 'members'],
  told.flatMap((topic) =>
    eventsOf(topic).map((event) => [
      code(event.shape.type.value),
      code(topic.name),
      event.description ?? '',
      membersOf(event, ['type']),
    ]),
  ),
)}

Each comes in a message:

${table(
  ['topic', 'key', 'members of a message'],
  told.map((topic) => [code(topic.name), code(keyOf(topic)), membersOf(topic.schema)]),
)}

## Law as data

Compacted topics: the whole row under its key, with a revision that only grows.

${table(
  ['topic', 'key', 'members of the row'],
  announced.flatMap((topic) =>
    'body' in topic.schema.shape ? [[code(topic.name), code(keyOf(topic)), membersOf(topic.schema.shape.body)]] : [],
  ),
)}

## Alarms

${table(
  ['alarm', 'it sounds when'],
  AlarmKind.options.map((kind) => [code(kind), alarms[kind]]),
)}

## Refusals

What the ledger answers when the law does not allow a command.

${table(
  ['code', 'rule', 'to the officer', 'to the developer'],
  RefusalCode.options.map((each) => [code(each), refusals[each].rule, refusals[each].vi, refusals[each].en]),
)}

## Problems of any service

${table(
  ['code', 'status', 'to the user', 'to the developer'],
  Object.entries(commonProblems).map(([each, { status, vi, en }]) => [code(each), String(status), vi, en]),
)}
`
