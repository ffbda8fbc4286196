import { setTimeout } from 'node:timers/promises'
import { openLevels } from '../../levels.ts'
import { addressesOf } from '../../stack-plan.ts'
import { type Ground } from './ground.ts'
import { askAll } from './all-ready.ts'

const patienceMs = 400_000 // on a machine that is short of time, listeners with a backlog are slow, and are not stuck
const lookMs = 100
const newest = `select tx::text, id from %.outbox order by outbox.tx desc, id desc limit 1`
const hasTold = `select (tx, id) >= ($1::xid8, $2::bigint) as told from %.relay_cursor`
const tellers = ['catalogue', 'intake', 'casework', 'postal', 'notifications']

/**
 * How long after the end of a fault, in ms, every part answers again, and all that was written up to that end has been told
 * and heard; undefined where it never was.
 */
export const recoveryOf = async (ground: Ground): Promise<number | undefined> => {
  const begun = Date.now()
  const within = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
    while (Date.now() - begun < patienceMs) {
      const found = await ask().catch(() => undefined)
      if (found !== undefined) return found
      await setTimeout(lookMs)
    }
    return undefined
  }
  const answering = () => askAll(ground).then(() => true)
  if ((await within(answering)) === undefined) return undefined
  const written = await within(() => newestRows(ground))
  if (written === undefined || (await within(() => told(ground, written))) === undefined) return undefined
  if ((await within(() => heard(ground, within))) === undefined) return undefined
  return Date.now() - begun
}

type Place = { teller: string; tx: string; id: string }

const newestRows = async ({ admin }: Ground): Promise<Place[]> => {
  const places = tellers.map(async (teller) => {
    const { rows } = await admin.query<{ tx: string; id: string }>(newest.replace('%', teller))
    return rows.map((row) => ({ ...row, teller }))
  })
  return (await Promise.all(places)).flat()
}

const told = async ({ admin }: Ground, places: readonly Place[]): Promise<true | undefined> => {
  for (const { teller, tx, id } of places)
    if ((await admin.query<{ told: boolean }>(hasTold.replace('%', teller), [tx, id])).rows[0]?.told !== true)
      return undefined
  return true
}

type Within = <T>(ask: () => Promise<T | undefined>) => Promise<T | undefined>

/** Counted from the ends as they are now; where Kafka is wiped meanwhile, from those it has then. */
const heard = async (ground: Ground, within: Within): Promise<true | undefined> => {
  for (;;) {
    const { wipes } = ground.kafkaIs
    const levels = await openLevels(addressesOf(ground.stack.plan).kafka)
    try {
      const ends = await levels.ends()
      const done = await within(async () => {
        if (wipes !== ground.kafkaIs.wipes) return 'wiped' as const
        return (await levels.handled(ends)) ? ('handled' as const) : undefined
      })
      if (done !== 'wiped') return done === undefined ? undefined : true
    } finally {
      await levels.close()
    }
  }
}
