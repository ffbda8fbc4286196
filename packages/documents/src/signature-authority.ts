import { type KeyObject, randomBytes, type webcrypto, X509Certificate } from 'node:crypto'
import { BitString, Integer, Sequence, Set, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs'
import type { SigningKey } from './signature-cms.ts'

/** Parts of a name in a certificate (X.520). */
export const nameParts = { name: '2.5.4.3', organisation: '2.5.4.10', title: '2.5.4.12' } as const

/** Who a certificate speaks of. */
export type Subject = { name: string; organisation: string; title?: string }

/** ECDSA with P-256, the keys of the development signer. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

/** A private key for signing, as the Web Cryptography API wants it. */
export const signingKeyOf = (key: KeyObject): webcrypto.CryptoKey => key.toCryptoKey(algorithm, false, ['sign'])

/** Business time of development runs over years past and to come. */
const validity = { from: new Date('2015-01-01T00:00:00Z'), to: new Date('2049-12-31T00:00:00Z') }

/** A certificate for a key: of an authority by itself, or of a signer by an authority. */
export const issue = async (
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  subject: Subject,
  by?: SigningKey,
): Promise<Certificate> => {
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: serialNumber() }) })
  certificate.notBefore.value = validity.from
  certificate.notAfter.value = validity.to
  certificate.subject = distinguished(subject)
  certificate.issuer = by === undefined ? certificate.subject : by.chain[0].subject
  await certificate.subjectPublicKeyInfo.importKey(publicKey.toCryptoKey(algorithm, true, ['verify']))
  certificate.extensions = [constraints(by === undefined), usage(by === undefined)]
  await certificate.sign(by?.key ?? signingKeyOf(privateKey), 'SHA-256')
  return certificate
}

/** A certificate as text, and back. */
export const pemOf = (certificate: Certificate): string =>
  new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString()
export const fromPem = (pem: string): Certificate => Certificate.fromBER(Uint8Array.from(new X509Certificate(pem).raw))

/** Each part on its own, where the library would put all into one set. */
const distinguished = ({ name, organisation, title }: Subject): RelativeDistinguishedNames => {
  const part = (type: string, value: string) =>
    new Set({ value: [new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }).toSchema()] })
  const parts = [
    part(nameParts.organisation, organisation),
    ...(title === undefined ? [] : [part(nameParts.title, title)]),
    part(nameParts.name, name),
  ]
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: parts }).toBER())
}

const constraints = (cA: boolean): Extension =>
  new Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: new BasicConstraints({ cA }).toSchema().toBER(),
  })

/** Bits of RFC 5280: an authority signs certificates (5), a signer what it commits itself to (0 and 1). */
const usage = (isAuthority: boolean): Extension => {
  const [unusedBits, bits] = isAuthority ? [2, 0b0000_0100] : [6, 0b1100_0000]
  const valueHex = Uint8Array.of(bits)
  return new Extension({
    extnID: '2.5.29.15',
    critical: true,
    extnValue: new BitString({ unusedBits, valueHex }).toBER(),
  })
}

/** Positive: its first bit is none of a sign. */
const serialNumber = (): Uint8Array<ArrayBuffer> => {
  const bytes = Uint8Array.from(randomBytes(16))
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes
}
