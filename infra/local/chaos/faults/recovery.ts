import { setTimeout } from 'node:timers/promises'
import { openLevels } from '../../levels.ts'
import { addressesOf } from '../../stack-plan.ts'
import { makeParts } from '../../stack.ts'
import { type Ground } from './ground.ts'
import { ownParts } from './fault.ts'

const patienceMs = 180_000
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
  const parts = makeParts(ground.stack.plan)
  const answering = () => Promise.all(ownParts.map((part) => parts[part].probe()))
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

const heard = async ({ stack }: Ground, within: Within): Promise<true | undefined> => {
  const levels = await openLevels(addressesOf(stack.plan).kafka)
  try {
    const ends = await levels.ends()
    return await within(async () => ((await levels.handled(ends)) ? true : undefined))
  } finally {
    await levels.close()
  }
}
