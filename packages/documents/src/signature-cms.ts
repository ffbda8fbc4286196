import { createHash, type webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const oids = { contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4' }
/** ESS signing-certificate-v2, which names the signer's certificate by its hash. */
export const signingCertificateOid = '1.2.840.113549.1.9.16.2.47'

/** A key with its certificate first and those that vouch for it after. */
export type SigningKey = { key: webcrypto.CryptoKey; chain: [Certificate, ...Certificate[]] }

/**
 * A detached CMS signature as PAdES baseline-B wants it (ETSI EN 319 142-1): with the hash of the signer's own certificate
 * among what is signed, so that no other one can be put in its place, and without a signing time.
 */
export const cmsSignature = async (content: Uint8Array, { key, chain }: SigningKey): Promise<Uint8Array> => {
  const [own] = chain
  const attributes = [
    // In the order of DER, which verifiers count on: by length, as they differ in it.
    new Attribute({ type: oids.contentType, values: [new asn1.ObjectIdentifier({ value: ContentInfo.DATA })] }),
    new Attribute({ type: oids.messageDigest, values: [new asn1.OctetString({ valueHex: sha256(content) })] }),
    new Attribute({ type: signingCertificateOid, values: [signingCertificate(own)] }),
  ]
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: chain,
  })
  await signed.sign(key, 0, 'SHA-256', Uint8Array.from(content))
  const whole = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(whole.toSchema().toBER())
}

/** ESS signing-certificate-v2 (RFC 5035): SHA-256 is its default and therefore not named. */
const signingCertificate = (own: Certificate) =>
  new asn1.Sequence({
    value: [
      new asn1.Sequence({
        value: [new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: certificateHash(own) })] })],
      }),
    ],
  })

// Of a certificate that signs a thousand letters once.
const hashes = new WeakMap<Certificate, Uint8Array<ArrayBuffer>>()
const certificateHash = (certificate: Certificate): Uint8Array<ArrayBuffer> => {
  const known = hashes.get(certificate) ?? sha256(new Uint8Array(certificate.toSchema().toBER()))
  hashes.set(certificate, known)
  return known
}

const sha256 = (content: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(content).digest())
