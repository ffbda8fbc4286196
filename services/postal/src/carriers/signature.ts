import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The signature of one call: HMAC-SHA-256 over transaction, a full stop and the raw bytes of the body. The transaction is
 * signed too, or a call once heard could be sent again under a new one. It shows who called, not who did what.
 */
export const signatureOf = (secret: string, transaction: string, body: Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(`${transaction}.`).update(body).digest('hex')}`

/** Whether a call was signed with the secret. Takes as long for a wrong signature as for a right one. */
export const isSigned = (secret: string, transaction: string, body: Buffer, signature: string): boolean => {
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, transaction, body))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
