import { readFileSync, unlinkSync } from 'node:fs'

/** The places at which a process may be made to die: before and after each effect that somebody else counts on. */
export const crashPlaces = [
  'request: before it is handled',
  'request: done, not answered',
  'ledger: before the act is written',
  'ledger: written, nobody told',
  'transaction: before commit',
  'transaction: committed, nobody told',
  'relay: before sending',
  'relay: sent, cursor not moved',
  'relay: cursor moved',
  'consumer: before handling',
  'consumer: handled, offset not moved',
  'consumer: offset moved',
  'conductor: before the signal',
  'conductor: signalled',
  'conductor: before an order',
  'conductor: ordered, not acknowledged',
  'letter: set, not kept',
  'letter: kept, unsigned',
  'letter: signed, not issued',
  'sender: claimed, not sent',
  'sender: sent, not noted',
  'sender: noted',
  'notice: before its messages',
  'file: before it is kept',
  'file: kept, not noted',
] as const
export type CrashPlace = (typeof crashPlaces)[number]

type Wish = { id: string; place: CrashPlace; hit: number }

const file = process.env['CRASH_FILE']
let wished = ''
let hits = 0

const wishNow = (path: string): Wish | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // nobody wishes anything, or it is being written
  }
}

/**
 * Ends this process at once, as a power cut would, if CRASH_FILE wishes `{ id, place, hit }` of this place and this is its
 * `hit`th time since the wish came. The file goes first: whoever is started again lives. Without CRASH_FILE, as everywhere
 * but in tests, it does nothing.
 */
export const crashPoint = (place: CrashPlace): void => {
  if (file === undefined) return
  const wish = wishNow(file)
  if (wish?.place !== place) return
  if (wish.id !== wished) [wished, hits] = [wish.id, 0]
  hits += 1
  if (hits < wish.hit) return
  unlinkSync(file)
  process.kill(process.pid, 'SIGKILL')
}
