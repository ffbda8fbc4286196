import pg from 'pg'
import { databaseUrl } from '../databases.ts'
import { openQuiet } from '../quiet.ts'
import { removeStack } from '../remove-stack.ts'
import { openStack } from '../stack.ts'
import { peopleOf } from '../story/people.ts'
import { handIn } from '../story/hand-in.ts'
import { type Measured, measureActions } from './actions.ts'
import { bareTransactions } from './bare.ts'
import { wrongIn } from './checks.ts'
import { idleShare } from './idle.ts'
import { lagDuring } from './lag.ts'
import { live, sideBySide, untilConducted } from './lives.ts'
import { perActionLives } from './per-action.ts'

type Say = (line: string) => void

/**
 * Measures, in one run on one machine, what the product is to be fast at, and prints each beside its goal. Gives what was
 * not only slow but wrong, in sentences.
 */
export const runBench = async (say: Say, seconds: number): Promise<string[]> => {
  removeStack('bench')
  // A day on which the reference procedure is in force, at real speed: Monday 08:00.
  const clock = { mode: 'scaled', at: '2021-04-12T01:00:00.000Z', speed: 1 } as const
  process.env['RATE_MAX'] = '100000000' // services inherit it: one officer here does the work of a province
  process.env['LOG_LEVEL'] = 'warn'
  const stack = openStack({ name: 'bench', clock })
  try {
    say('starting a stack of its own')
    await stack.start()
    return await measure(stack, say, seconds)
  } finally {
    await stack.stop()
    removeStack('bench')
  }
}

/** Who hears what the ledger tells. */
const listeners = ['conductor', 'intake', 'postal', 'notifications', 'console', 'insight'] as const

const patienceMs = 300_000

const met = (reached: boolean) => (reached ? 'goal met' : 'goal missed')

const measure = async (stack: ReturnType<typeof openStack>, say: Say, seconds: number) => {
  const { plan, address } = stack
  const people = peopleOf(plan)
  const desk = people('officer:ia-pech.intake')
  const dossiers: string[] = []
  while (dossiers.length < 300) {
    const id = await handIn(desk)
    await desk.act(id, { type: 'Accept' })
    dossiers.push(id)
  }
  const db = new pg.Pool({ connectionString: databaseUrl(address.postgres, 'casework'), max: 1 })
  const [row] = (await db.query<{ body: string }>('select body::text from dossier limit 1')).rows
  await db.end()

  // What one measurement leaves behind must not weigh on the next.
  const quiet = await openQuiet(plan, patienceMs)
  await quiet.allSent()
  const idle = await idleShare(stack.view(), seconds)
  say(
    `idle, ${dossiers.length} dossiers open, all parts but the JVM            ${(100 * idle).toFixed(1)} % of a core (at most 15: ${met(idle <= 0.15)})`,
  )

  const bare = await bareTransactions(address.postgres, row?.body ?? '{}', seconds)
  say(`bare one-statement transactions, one Node process        ${bare.toFixed(0)} /s`)

  const work = { casework: address.casework, token: await desk.token(), dossiers }
  // Like the bare figure, with nobody else at work: desks never wait for those who listen, which catch up afterwards.
  await stack.stop(...listeners)
  const warm = await measureActions(work, { seconds: 3 })
  const full = await measureActions(work, { seconds })
  say(
    `officer actions over HTTP                                ${full.perSecond.toFixed(0)} /s, ${full.refused} refused`,
  )
  say(
    `  of the bare figure                                     ${(full.perSecond / bare).toFixed(2)} (at least 0.5: ${met(full.perSecond >= bare / 2)})`,
  )
  const half = await measureActions(work, { seconds, rate: full.perSecond / 2 })
  say(
    `  at half load (${half.perSecond.toFixed(0)} /s)                                 p50 ${half.p50} ms, p99 ${half.p99} ms (at most 10: ${met(half.p99 <= 10)})`,
  )
  await stack.start(...listeners)
  await quiet.allSent()
  const beside = await measureActions(work, { seconds })
  say(`  while all who listen hear it                           ${beside.perSecond.toFixed(0)} /s`)
  await quiet.allSent()

  const load = measureActions(work, { seconds, rate: 150 })
  const lag = await lagDuring(plan, load)
  const light = await load
  say(
    `commit to view, at 150 acts a second                     p50 ${lag.p50} ms, p99 ${lag.p99} ms (at most 300: ${met(lag.p99 <= 300)})`,
  )

  const begun = Date.now()
  const lived = await sideBySide(20, seconds, () => live(people))
  await untilConducted(address.temporal, lived)
  const lives = lived.length / ((Date.now() - begun) / 1_000)
  say(
    `whole lives, Kafka and Temporal included                 ${lives.toFixed(1)} /s (at least 15: ${met(lives >= 15)})`,
  )
  await quiet.allSent()
  const other = await perActionLives(people, { temporal: address.temporal, atOnce: 20, seconds })
  say(`  with an activity for each action, beside it            ${other.toFixed(1)} /s`)
  say(
    `  ratio                                                  ${(lives / other).toFixed(2)} (at least 2: ${met(lives >= 2 * other)})`,
  )

  await quiet.allSent()
  await quiet.close()
  const loads = [warm, full, half, beside, light]
  const sum = (of: (load: Measured) => number) => loads.reduce((total, one) => total + of(one), 0)
  const refused = sum((one) => one.refused)
  return [
    ...(refused > 0 ? [`${refused} acts were refused or had no answer`] : []),
    ...(await wrongIn(
      address.postgres,
      sum(({ done }) => done),
    )),
  ]
}
