import { setTimeout } from 'node:timers/promises'
import type { Signer, Signing } from '@dossier/documents/signature'
import { makeDevelopmentSigner } from '@dossier/documents/signature-development'
import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'

/** Who can sign letters here. An office's own signing service gets a name in this list and an entry below. */
export const SignerName = z.enum(['development'])
export type SignerName = z.infer<typeof SignerName>

/** A signer, and the certificate (PEM) under which its signatures are trusted. */
export type TrustedSigner = Signer & { root: () => Promise<string> }

type Settings = { keys: string; timeoutMs: number }
const signers: Record<SignerName, (settings: Settings) => TrustedSigner> = {
  development: ({ keys }) => makeDevelopmentSigner(keys),
}

/** The signer a deployment names. It is waited for so long and no longer: then the letter waits for its signature, and is tried again. */
export const signerCalled = (name: SignerName, settings: Settings): TrustedSigner => {
  const { root, sign } = signers[name](settings)
  return { root, sign: withinTime(sign, settings.timeoutMs) }
}

/** The same, but rejecting as an outage after a time on the wall. What comes later is thrown away: signing changes nothing. */
export const withinTime =
  (sign: Signer['sign'], timeoutMs: number): Signer['sign'] =>
  async (pdf: Uint8Array, signing: Signing) => {
    const done = new AbortController()
    const tooLate = async (): Promise<never> => {
      await setTimeout(timeoutMs, undefined, { signal: done.signal })
      throw new Transient(`No signature within ${timeoutMs} ms`)
    }
    try {
      return await Promise.race([sign(pdf, signing), tooLate()])
    } finally {
      done.abort()
    }
  }
