import { addressesOf } from '../stack-plan.ts'
import { everythingInKafka } from './compare.ts'
import { iaGrai } from './ia-grai.ts'
import { storiesOf } from './in-temporal.ts'
import { minuteOf } from './local-time.ts'
import type { Stage } from './scenario.ts'
import { mailsOf, messagesAbout } from './proof.ts'

type Dossiers = readonly string[]

/** The lines of the ledger and, for each dossier, those Kafka has. */
const toldLines = async ({ plan, people, sees }: Stage, all: Dossiers) => {
  const inspector = people('officer:gia-lai.inspector')
  const inKafka = await everythingInKafka(addressesOf(plan).kafka)
  const seen = await Promise.all(all.map((id) => sees(inspector, id)))
  return seen.map(({ timeline }, i) => ({
    ledger: timeline.map(({ seq }) => seq),
    kafka: inKafka.get(all[i] ?? '') ?? [],
  }))
}

/** What has been told of some dossiers: each message with where it stands, and how often the mail server took it. */
const messages = async ({ plan, people }: Stage, all: Dossiers) => {
  const { head } = iaGrai(people)
  const each = await Promise.all(all.map(async (dossier) => ({ dossier, told: await messagesAbout(head, dossier) })))
  const told = each.flatMap(({ dossier, told: some }) => some.map((one) => ({ ...one, dossier })))
  return { told, mails: await mailsOf(plan, told) }
}

/** Everything has caught up: each line once and in order, each message once, with the time of the law and not of waking up. */
export const afterwards = async (
  stage: Stage,
  { all, late, online }: { all: Dossiers; late: Dossiers; online: string },
) => {
  const { promises, now } = stage
  const lines = await toldLines(stage, all)
  promises(
    'Kafka: each line of each dossier once, in order',
    lines.filter(({ ledger, kafka }) => ledger.join() !== kafka.join()),
    [],
  )
  promises('and it is still 16:30', minuteOf(now()), '2026-07-15 16:30')
  const { told, mails } = await messages(stage, [...late, online])
  promises('mails: each message left once', [mails.length > 0, new Set(mails)], [true, new Set([1])])
  const letters = told
    .filter(({ channel }) => channel === 'email')
    .map(({ dossier, recipient, template }) => `${dossier} ${recipient} ${template}`)
  promises('no mail says the same twice', letters.length, new Set(letters).size)
}

/** Who heard what, what waits in Temporal, and where papers are: compared before and after both stores were wiped. */
const standing = async (stage: Stage, all: Dossiers) => {
  const { plan, people, sees } = stage
  const { intake } = iaGrai(people)
  const inspector = people('officer:gia-lai.inspector')
  const { told, mails } = await messages(stage, all)
  const papers = await Promise.all(all.map((id) => intake.get('postal', `/dossiers/${id}/custody`)))
  const seen = await Promise.all(all.map((id) => sees(inspector, id)))
  const open = seen.filter(({ alarms }) => alarms.length > 0)
  const stories = await storiesOf(
    addressesOf(plan).temporal,
    open.map((one) => String(one['id'])),
  )
  return {
    messages: told.map(({ messageId, state }) => `${messageId} ${state}`).toSorted(),
    mails: mails.length,
    papers: papers.map(({ body }) => body),
    lines: seen.map(({ timeline }) => timeline.length),
    planned: open.map(({ alarms: [next] }) => `${next?.kind} at ${minuteOf(next?.at ?? '')}`),
    timers: stories.map(({ timers }) => timers.map(({ summary }) => summary).join()),
  }
}

const kinds = ['messages', 'mails', 'papers', 'lines', 'timers'] as const

/** Ops wipes both stores, and one command rebuilds them. */
export const wipedAndRebuilt = async (stage: Stage, all: Dossiers) => {
  const { servers, at, promises } = stage
  await at('2026-07-16T08:00', 'Vận hành xóa cả hai kho; một lệnh dựng lại từ sổ cái', async () => {
    const before = await standing(stage, all)
    promises('a timer runs for each alarm that is planned', before.timers, before.planned)
    await servers.wipe()
    const after = await standing(stage, all)
    for (const what of kinds) promises(`${what}: none lost, none doubled`, after[what], before[what])
  })
  const lines = await toldLines(stage, all)
  promises(
    'Kafka: every line again, once',
    lines.filter(({ ledger, kafka }) => ledger.join() !== kafka.join()),
    [],
  )
}
