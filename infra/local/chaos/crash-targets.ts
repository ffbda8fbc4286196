import type { CrashPlace } from '@dossier/platform/crash-point'
import type { PartName } from '../part.ts'

const requests: CrashPlace[] = ['request: before it is handled', 'request: done, not answered']
const transactions: CrashPlace[] = ['transaction: before commit', 'transaction: committed, nobody told']
const relay: CrashPlace[] = ['relay: before sending', 'relay: sent, cursor not moved', 'relay: cursor moved']
const consumer: CrashPlace[] = [
  'consumer: before handling',
  'consumer: handled, offset not moved',
  'consumer: offset moved',
]
const files: CrashPlace[] = ['file: before it is kept', 'file: kept, not noted']

/** At which places of which part a process is made to die. */
export const crashTargets: { part: PartName; places: CrashPlace[] }[] = [
  {
    part: 'casework',
    places: [
      ...requests,
      'ledger: before the act is written',
      'ledger: written, nobody told',
      ...transactions,
      ...relay,
      ...consumer,
    ],
  },
  { part: 'intake', places: [...requests, ...transactions, ...relay, ...consumer, ...files] },
  { part: 'postal', places: [...requests, ...transactions, ...relay, ...consumer, ...files] },
  {
    part: 'notifications',
    places: [
      ...transactions,
      ...relay,
      ...consumer,
      'letter: set, not kept',
      'letter: kept, unsigned',
      'letter: signed, not issued',
      'notice: before its messages',
      'sender: claimed, not sent',
      'sender: sent, not noted',
      'sender: noted',
      ...files,
    ],
  },
  {
    part: 'conductor',
    places: [
      ...consumer,
      'conductor: before the signal',
      'conductor: signalled',
      'conductor: before an order',
      'conductor: ordered, not acknowledged',
    ],
  },
  { part: 'catalogue', places: [...requests, ...transactions, ...relay] },
]

export type Crash = { part: PartName; place: CrashPlace; hit: number }

/** Each place at its first, second and third hit. */
export const everyCrash = (hits: readonly number[]): Crash[] =>
  hits.flatMap((hit) => crashTargets.flatMap(({ part, places }) => places.map((place) => ({ part, place, hit }))))

/** Rounds in which each part dies at most once, in the order given. */
export const inRounds = (crashes: readonly Crash[]): Crash[][] => {
  const rounds: Crash[][] = []
  for (const crash of crashes) {
    const free = rounds.find((round) => round.every(({ part }) => part !== crash.part))
    if (free === undefined) rounds.push([crash])
    else free.push(crash)
  }
  return rounds
}
