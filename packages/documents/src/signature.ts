import type { Instant } from '@dossier/contracts/time'

/** Who signs, why and when: the title and organisation a reader sees, at a moment of business time. */
export type Signing = {
  signer: { name: string; title: string; organisation: string }
  reason: string
  at: Instant
}

/**
 * Signs a finished PDF, so that any later change of it is seen. Keys of an office sit in its HSM, behind a line that fails:
 * a letter waits for its signature. Rejects with a DocumentProblem where the bytes are no PDF, with another Error on an outage.
 */
export type Signer = { sign: (pdf: Uint8Array, signing: Signing) => Promise<Uint8Array> }
