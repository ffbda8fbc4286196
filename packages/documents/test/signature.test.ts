import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { local } from '../../domain/test/fixtures.ts'
import { consignmentLetter } from '../src/consignment-slip.ts'
import { makeDevelopmentSigner } from '../src/signature-development.ts'
import { verifySignature } from '../src/signature-verification.ts'
import { pdfOf, read } from './pdf.ts'
import { longSlip, slip } from './postal-papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'signature-'))
afterAll(() => rmSync(folder, { recursive: true }))
const signer = makeDevelopmentSigner(join(folder, 'keys'))

const leader = { name: 'Nguyễn Văn Thắng', title: 'Chủ tịch', organisation: 'Ủy ban nhân dân xã Ia Pếch' }
const signing = { signer: leader, reason: 'Ký ban hành', at: local('2021-04-13 09:40') }
const pdf = pdfOf(consignmentLetter(slip))
let signed: Uint8Array
let root: string
beforeAll(async () => {
  root = await signer.root()
  signed = await signer.sign(pdf, signing)
})

test('a signed letter says who signed it and when, is as it was signed, and stands under a trusted root', async () => {
  expect(await verifySignature(signed, [root])).toEqual({
    is: 'signed',
    signedBy: leader,
    at: '2021-04-13T02:40:00.000Z',
    intact: true,
    coversWholeFile: true,
    trusted: true,
  })
})

test('the letter itself stays as it was, byte for byte, and is read as before', async () => {
  expect(Buffer.from(signed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true)
  expect(await read(signed)).toEqual(await read(pdf))
})

/** Where in a signed letter its signature stands, `<` and `>` included. */
const hole = (letter: Uint8Array): { from: number; to: number } => {
  const text = Buffer.from(letter).toString('latin1')
  const [from = 0, to = 0] = /\/ByteRange \[ 0 (\d+) (\d+)/.exec(text)?.slice(1).map(Number) ?? []
  return { from, to }
}
const cmsOf = (letter: Uint8Array): Buffer => {
  const { from, to } = hole(letter)
  return Buffer.from(Buffer.from(letter.subarray(from + 1, to - 1)).toString('latin1'), 'hex')
}
/** The letter with another signature in the place of its own. */
const resigned = (cms: Buffer): Buffer => {
  const letter = Buffer.from(signed)
  const { from, to } = hole(letter)
  letter.write(cms.toString('hex').padEnd(to - from - 2, '0'), from + 1, 'latin1')
  return letter
}

test('a changed byte is found, wherever it is; in the signature it is found or changes nothing that is believed', async () => {
  const good = await verifySignature(signed, [root])
  const { from, to } = hole(signed)
  const around = Array.from({ length: 100 }, (_, i) => Math.floor((i * signed.length) / 100))
  const within = Array.from({ length: 100 }, (_, i) => from + i * 30)
  const unseen: { at: number; isInside: boolean; said: unknown }[] = []
  for (const at of [...around, ...within, from, to - 1, to - 2, signed.length - 1]) {
    const changed = Uint8Array.from(signed)
    changed[at] = (changed[at] ?? 0) ^ 1
    const said = await verifySignature(changed, [root])
    const isBelieved = said.is === 'signed' && said.intact && said.coversWholeFile && said.trusted
    if (isBelieved) unseen.push({ at, isInside: at >= from && at < to, said })
  }
  expect(unseen).toEqual(unseen.map(({ at }) => ({ at, isInside: true, said: good })))
}, 60_000)

test('a certificate put into the place of the signer’s is found by its hash', async () => {
  const own = readdirSync(join(folder, 'keys'))
    .map((file) => new X509Certificate(readFileSync(join(folder, 'keys', file))).raw)
    .find((raw) => raw.includes(leader.name))
  const cms = cmsOf(signed)
  const last = cms.indexOf(own ?? 'no certificate') + (own?.length ?? 0) - 1
  cms[last] = (cms[last] ?? 0) ^ 1
  expect(await verifySignature(resigned(cms), [root])).toMatchObject({ signedBy: leader, intact: false })
})

test('a signature that brings a content of its own says nothing of the letter', async () => {
  const [key = ''] = readdirSync(join(folder, 'keys')).map((file) => join(folder, 'keys', file))
  const files = ['-signer', key, '-inkey', key, '-in', key]
  const cms = execFileSync('openssl', ['cms', '-sign', '-nodetach', '-binary', '-outform', 'DER', ...files])
  expect(await verifySignature(resigned(cms), [root])).toMatchObject({ intact: false, coversWholeFile: true })
})

test('another moment written into a signed letter is found', async () => {
  const text = Buffer.from(signed)
  text.write('2022', text.indexOf('/M (D:2021') + '/M (D:'.length, 'latin1')
  expect(await verifySignature(text, [root])).toMatchObject({ intact: false, coversWholeFile: true, signedBy: leader })
})

test('an update appended after signing is found', async () => {
  const appended = Buffer.concat([
    signed,
    Buffer.from('\n1 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n%%EOF\n'),
  ])
  expect(await verifySignature(appended, [root])).toMatchObject({ intact: true, coversWholeFile: false, trusted: true })
})

test('a second signature covers the first, which stays', async () => {
  const office = { name: 'Văn thư', title: 'Văn thư', organisation: leader.organisation }
  const twice = await signer.sign(signed, { signer: office, reason: 'Phát hành', at: local('2021-04-13 10:00') })
  expect(Buffer.from(twice.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true)
  expect(await verifySignature(twice, [root])).toMatchObject({
    signedBy: office,
    intact: true,
    coversWholeFile: true,
    trusted: true,
  })
})

test('a certificate of another authority is not trusted, nor is any without a root', async () => {
  const stranger = makeDevelopmentSigner(join(folder, 'stranger'))
  const forged = await stranger.sign(pdf, signing)
  expect(await verifySignature(forged, [root])).toMatchObject({ signedBy: leader, intact: true, trusted: false })
  expect(await verifySignature(forged, [root, await stranger.root()])).toMatchObject({ trusted: true })
  expect(await verifySignature(signed, [])).toMatchObject({ intact: true, trusted: false })
})

test('a signature outside the days of its certificate is not trusted', async () => {
  const early = await signer.sign(pdf, { ...signing, at: local('2014-12-31 12:00') })
  expect(await verifySignature(early, [root])).toMatchObject({ intact: true, trusted: false })
})

test('the signature of another letter, put into this one, is not intact', async () => {
  const other = await signer.sign(pdfOf(consignmentLetter({ ...slip, seal: 'NP-0412-08' })), signing)
  expect(await verifySignature(resigned(cmsOf(other)), [root])).toMatchObject({ intact: false, coversWholeFile: true })
})

test('what hides in the room a signature leaves free is found', async () => {
  const cms = cmsOf(signed)
  cms[cms.length - 1] = 1
  expect(await verifySignature(resigned(cms), [root])).toMatchObject({ intact: false })
})

test('an unsigned letter is said to be unsigned, and what is no signature is not believed', async () => {
  expect(await verifySignature(pdf, [root])).toEqual({ is: 'unsigned' })
  expect(await verifySignature(Buffer.from('no letter at all'), [root])).toEqual({ is: 'unsigned' })
  const range = (hole: string) => Buffer.from(`/ByteRange [0 23 ${23 + hole.length} 0] ${hole}`.padEnd(23))
  expect(await verifySignature(range('<00>'), [root])).toMatchObject({ is: 'signed', intact: false, trusted: false })
  expect(await verifySignature(range('zzzz'), [root])).toMatchObject({ is: 'signed', intact: false, trusted: false })
})

test('keys are made once, for their owner alone', async () => {
  const again = makeDevelopmentSigner(join(folder, 'keys'))
  expect(await again.root()).toBe(root)
  const files = readdirSync(join(folder, 'keys'))
  await again.sign(pdf, signing)
  expect(readdirSync(join(folder, 'keys'))).toEqual(files)
  for (const file of files) expect(statSync(join(folder, 'keys', file)).mode & 0o777).toBe(0o600)
})

test('of many who make the first key at once, all sign under one', async () => {
  const fresh = join(folder, 'fresh')
  const many = Array.from({ length: 8 }, () => makeDevelopmentSigner(fresh))
  const roots = await Promise.all(many.map((one) => one.root()))
  expect(new Set(roots).size).toBe(1)
  expect(readdirSync(fresh)).toHaveLength(1)
})

test('what is no PDF is refused, and a large letter is signed', async () => {
  const problem = { name: 'DocumentProblem', code: 'unreadable-pdf' }
  await expect(signer.sign(Buffer.from('no letter'), signing)).rejects.toMatchObject(problem)
  await expect(signer.sign(pdf.subarray(0, 200), signing)).rejects.toMatchObject(problem)
  const long = await signer.sign(pdfOf(consignmentLetter(longSlip)), signing)
  expect(await verifySignature(long, [root])).toMatchObject({ intact: true, coversWholeFile: true, trusted: true })
})

test('openssl, which knows nothing of this code, finds the signature good', () => {
  const { from, to } = hole(signed)
  const at = (name: string) => join(folder, name)
  writeFileSync(at('content'), Buffer.concat([signed.subarray(0, from), signed.subarray(to)]))
  writeFileSync(at('cms'), cmsOf(signed))
  writeFileSync(at('root.pem'), root)
  const files = ['-in', at('cms'), '-content', at('content'), '-CAfile', at('root.pem'), '-out', at('out')]
  execFileSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', ...files], {
    stdio: 'pipe',
  })
  expect(readFileSync(at('out')).equals(readFileSync(at('content')))).toBe(true)
})
