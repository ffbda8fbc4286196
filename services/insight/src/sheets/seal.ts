import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { canonicalJson } from '@dossier/platform/canonical-json'

/** Signs and verifies texts by Ed25519. `key` names the key that signs now: the SHA-256 of its public half. */
export type Seal = {
  key: string
  sign: (text: string) => string
  /** Whether a text was signed by a key that is trusted here: the present one, or one before it. */
  verifies: (text: string, signature: string, key: string) => boolean
  /** The public half (PEM), for who verifies elsewhere. */
  publicKey: string
}

/** Opens the key in a PEM file. `makes`: for development alone, a key is made where there is none. */
export const openSeal = async (
  file: string,
  { old = [], makes = false }: { old?: string[]; makes?: boolean } = {},
): Promise<Seal> => {
  if (makes) await makeOnce(file)
  const secret = createPrivateKey(await readFile(file, 'utf8'))
  const own = createPublicKey(secret)
  const trusted = new Map([[nameOf(own), own]])
  for (const one of old) {
    const key = createPublicKey(await readFile(one, 'utf8'))
    trusted.set(nameOf(key), key)
  }
  return {
    key: nameOf(own),
    publicKey: own.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
    verifies: (text, signature, name) => {
      const key = trusted.get(name)
      return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
    },
  }
}

const nameOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')

// Two processes may begin at once: one of their keys stays.
const makeOnce = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** What is signed of a sheet, and hashed into the next: its whole content in one canonical text. */
export const textOf = (sheet: { day: string; body: unknown; before: string | null }): string =>
  canonicalJson({ day: sheet.day, body: sheet.body, before: sheet.before })

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
