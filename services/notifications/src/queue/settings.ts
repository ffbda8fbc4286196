import type { MessageChannel } from '@dossier/contracts/telling-shapes'

/** How this deployment tells people. Lengths are milliseconds of business time. */
export type Settings = {
  /** When ordinary messages wait for the morning, as the office wall shows; undefined for never. */
  quiet: { from: string; to: string } | undefined
  /** What is taken for the answer of whoever was not asked. */
  consent: Record<Exclude<MessageChannel, 'in-app'>, boolean>
  /** How long a message is tried before a person is asked. */
  giveUpMs: number
  /** After an unclear answer: until the provider surely knows whether it has the message. */
  reconcileMs: number
  /** How long address and words are kept after the end of a message. */
  keepMs: number
  /** How long an e-mail that waits for its letter keeps later ones back. */
  letterWaitMs: number
}

const minute = 60_000
const day = 86_400_000

export const usualSettings: Settings = {
  quiet: { from: '21:00', to: '07:00' },
  consent: { email: true, sms: true, zalo: false },
  giveUpMs: 5 * day,
  reconcileMs: minute,
  keepMs: 30 * day,
  letterWaitMs: 2 * minute,
}

/** How often a letter is looked for in that time; after it every few minutes. */
export const letterTries = 8

/** When something is tried again that has failed so often: 1, 2, 5, 15, 30 minutes, then every hour. */
export const backOffMs = (failures: number): number => ([1, 2, 5, 15, 30][Math.max(0, failures - 1)] ?? 60) * minute

/** A channel that is out is looked after every few minutes: one message asks for all. */
export const outageMs = (failures: number): number => Math.min(5, Math.max(1, failures)) * minute

export const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()
