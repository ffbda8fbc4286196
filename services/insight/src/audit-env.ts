import * as z from 'zod'
import { openSeal, type Seal } from './sheets/seal.ts'

/** The key that signs balance sheets: a PEM file with an Ed25519 key, and the public halves of those before it. */
export const SealEnv = z.object({
  SHEET_KEY_FILE: z.string(),
  SHEET_OLD_KEYS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((one) => one !== '')),
  /** For development alone: makes a key where there is none. */
  SHEET_KEY_MADE: z.stringbool().default(false),
})

export const sealOf = (env: z.infer<typeof SealEnv>): Promise<Seal> =>
  openSeal(env.SHEET_KEY_FILE, { old: env.SHEET_OLD_KEYS, makes: env.SHEET_KEY_MADE })
