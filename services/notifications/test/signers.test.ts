import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isTransient } from '@dossier/platform/transient'
import { expect, test } from 'vitest'
import { LettersEnv } from '../src/letters/open-letters.ts'
import { signerCalled, withinTime } from '../src/letters/signers.ts'

const signing = {
  signer: { name: 'A', title: 'B', organisation: 'C' },
  reason: 'x',
  at: '2021-04-13T02:40:00.000Z',
}

test('a signing service that never answers is an outage, for which a letter waits and is tried again', async () => {
  const silent = withinTime(() => new Promise(() => {}), 5)
  const trouble: unknown = await silent(new Uint8Array(), signing).catch((error: unknown) => error)
  expect(isTransient(trouble)).toBe(true)
  expect(String(trouble)).toContain('5 ms')
})

test('one that answers in time gives its bytes, and its own refusal', async () => {
  const pdf = Uint8Array.of(1)
  expect(await withinTime(async (given) => given, 1000)(pdf, signing)).toBe(pdf)
  await expect(
    withinTime(async () => {
      throw new Error('no PDF')
    }, 1000)(pdf, signing),
  ).rejects.toThrow('no PDF')
})

test('the configuration names the signer and its time; one that nobody knows is refused at start', async () => {
  const urls = { INTAKE_URL: 'http://127.0.0.1:1', CASEWORK_URL: 'http://127.0.0.1:1', FILES_DIR: '/' }
  expect(LettersEnv.parse(urls)).toMatchObject({ SIGNER: 'development', SIGNING_TIMEOUT_MS: 20_000 })
  for (const wrong of [{ SIGNER: 'somebody' }, { SIGNING_TIMEOUT_MS: '0' }])
    expect(LettersEnv.safeParse({ ...urls, ...wrong }).success).toBe(false)
  const keys = await mkdtemp(join(tmpdir(), 'signers-'))
  expect(await signerCalled('development', { keys, timeoutMs: 1000 }).root()).toContain('BEGIN CERTIFICATE')
  await rm(keys, { recursive: true })
})
