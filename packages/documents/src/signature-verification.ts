import { createHash } from 'node:crypto'
import type { Instant } from '@dossier/contracts/time'
import { fromBER } from 'asn1js'
import { Certificate, CertificateChainValidationEngine, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'
import { fromPem, nameParts } from './signature-authority.ts'
import { signingCertificateOid } from './signature-cms.ts'

/**
 * What the last signature of a PDF is worth. Only `intact` and `coversWholeFile` together say that the file is as it was
 * signed: an update appended later leaves the signature intact. `trusted`: its certificate stands under a trusted root on
 * the day of `at`, which is the moment the signer claims; whether it was revoked is not asked.
 */
export type VerifiedSignature = {
  is: 'signed'
  signedBy: { name: string | null; title: string | null; organisation: string | null }
  at: Instant | null
  intact: boolean
  coversWholeFile: boolean
  trusted: boolean
}

/** Checks the last signature of a PDF against roots one trusts, each a certificate in PEM. */
export const verifySignature = async (
  pdf: Uint8Array,
  roots: readonly string[],
): Promise<VerifiedSignature | { is: 'unsigned' }> => {
  const text = Buffer.from(pdf).toString('latin1')
  const range = [...text.matchAll(byteRanges)].at(-1)
  if (range === undefined) return { is: 'unsigned' }
  const [start = 0, from = 0, to = 0, rest = 0] = range.slice(1).map(Number)
  const at = claimedMoment(text, range.index, to)
  const hole = text.slice(from, to)
  const content = Buffer.concat([pdf.subarray(start, start + from), pdf.subarray(to, to + rest)])
  const isHole = /^<[0-9a-fA-F\s]+>$/.test(hole) && start === 0
  const signed = isHole ? readCms(Buffer.from(hole.slice(1, -1), 'hex')) : undefined
  const own = signed === undefined ? undefined : signerOf(signed)
  const verified = { is: 'signed' as const, at, coversWholeFile: isHole && to + rest === pdf.length }
  if (signed === undefined || own === undefined) return { ...verified, ...nobody }
  return {
    ...verified,
    signedBy: {
      name: namePart(own, nameParts.name),
      title: namePart(own, nameParts.title),
      organisation: namePart(own, nameParts.organisation),
    },
    intact: await isIntact(signed, own, content),
    trusted: await isTrusted(signed, own, roots.map(fromPem), at),
  }
}

const nobody = { signedBy: { name: null, title: null, organisation: null }, intact: false, trusted: false }

// Found by its bytes, not by a parser: what a parser skips, an attacker uses. What stands outside is then not covered.
const byteRanges = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

/** The moment in the dictionary around a signature: `/M (D:20210413024000Z)`, in UTC or with a distance from it. */
const claimedMoment = (text: string, range: number, to: number): Instant | null => {
  const dictionary = text.slice(text.lastIndexOf(' obj', range), range) + text.slice(range, text.indexOf('endobj', to))
  const [, date = '', time = '', sign, hours = '00', minutes = '00'] = moments.exec(dictionary) ?? []
  const day = date.replace(/^(....)(..)(..)$/, '$1-$2-$3')
  const clock = time.replace(/^(..)(..)(..)$/, '$1:$2:$3')
  const at = Date.parse(`${day}T${clock}${sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
const moments = /\/M\s*\(D:(\d{8})(\d{6})(?:Z|([+-])(\d\d)'(\d\d)'?)?/

const readCms = (raw: Buffer): SignedData | undefined => {
  try {
    const { offset } = fromBER(Uint8Array.from(raw))
    // What is left of the room kept for it is zeros, or it hides something.
    if (raw.subarray(offset).some((byte) => byte !== 0)) return undefined
    return new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(raw.subarray(0, offset))).content })
  } catch {
    return undefined // no CMS, or one that was changed: nothing in it can be believed
  }
}

const signerOf = ({ certificates = [], signerInfos }: SignedData): Certificate | undefined => {
  const sid: unknown = signerInfos[0]?.sid
  if (signerInfos.length !== 1 || !(sid instanceof IssuerAndSerialNumber)) return undefined
  return certificatesIn(certificates).find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  )
}

const certificatesIn = (items: readonly unknown[]): Certificate[] => items.filter((one) => one instanceof Certificate)

const namePart = ({ subject }: Certificate, part: string): string | null => {
  const found = subject.typesAndValues.find(({ type }) => type === part)
  return found === undefined ? null : String(found.value.valueBlock.value)
}

const isIntact = async (signed: SignedData, own: Certificate, content: Buffer): Promise<boolean> => {
  // A signature that brings a content of its own says nothing of this file.
  if (signed.encapContentInfo.eContent !== undefined || !namesItsCertificate(signed, own)) return false
  try {
    return await signed.verify({ signer: 0, data: Uint8Array.from(content).buffer })
  } catch {
    return false // how the library says that it does not fit
  }
}

/** Where the certificate is named among what is signed, as PAdES asks, it must be the one that came along. */
const namesItsCertificate = ({ signerInfos }: SignedData, own: Certificate): boolean => {
  const named = signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === signingCertificateOid)
  if (named === undefined) return true
  const raw = Buffer.from(own.toSchema().toBER())
  const said = Buffer.from(named.toSchema().toBER())
  return ['sha256', 'sha384', 'sha512'].some((hash) => said.includes(createHash(hash).update(raw).digest()))
}

const isTrusted = async (signed: SignedData, own: Certificate, roots: Certificate[], at: Instant | null) => {
  if (at === null) return false
  // The signer's own certificate comes last: it is the one the chain is sought for.
  const certs = [...certificatesIn(signed.certificates ?? []).filter((one) => one !== own), own]
  const engine = new CertificateChainValidationEngine({ trustedCerts: roots, certs, checkDate: new Date(at) })
  return (await engine.verify()).result
}
