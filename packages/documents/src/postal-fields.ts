import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { oneLine } from './one-line.ts'

/** A name, title or remark on one line. */
export const Words = z.string().overwrite(oneLine).min(1).max(300)

/** An item identifier of the post as kept: its check digit is looked at where it is minted and scanned. */
export const ItemCode = z.string().regex(/^[A-Z]{2}\d{9}[A-Z]{2}$/)

/** The number on a bag, record or manifest; longer ones make bars too thin for a scanner in the hand. */
export const RunningCode = z.string().regex(/^[A-Z0-9][A-Z0-9.-]{2,19}$/)

/** How many sheets of one paper there are, by kind: an original must come back, a copy need not. */
export const Counts = z.strictObject({
  originals: z.int().min(0).max(999),
  certifiedCopies: z.int().min(0).max(999),
  copies: z.int().min(0).max(999),
})
export type Counts = z.infer<typeof Counts>

/** Whoever sends or receives: a citizen, or the desk of an authority. */
export const Party = z.strictObject({ name: Words, address: Words, phone: Words.optional() })
export type Party = z.infer<typeof Party>

/** Who signs for whom; without a moment the line is left free for a pen. */
export const Signatory = z.strictObject({ name: Words, office: Words })
export type Signatory = z.infer<typeof Signatory>

/** An amount in đồng. */
export const Amount = z.int().min(0).max(1_000_000_000_000)

/** A fee that went through the post's hands, with the receipt given for it. */
export const Collected = z.strictObject({ name: Words, amount: Amount, receipt: Words.optional() })
export type Collected = z.infer<typeof Collected>

/** When both signed, null on a paper that is printed to be signed. */
export const SignedAt = Instant.nullable()

/** `26.000`, as amounts are written in Vietnam. */
export const amountText = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')

/** `RA 473 124 829 VN`. */
export const itemText = (code: string): string => code.replace(/^(..)(...)(...)(...)(..)$/, '$1 $2 $3 $4 $5')

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** All sheets of some papers, by kind. */
export const allOf = (papers: readonly Counts[]): Counts => ({
  originals: sumOf(papers.map(({ originals }) => originals)),
  certifiedCopies: sumOf(papers.map(({ certifiedCopies }) => certifiedCopies)),
  copies: sumOf(papers.map(({ copies }) => copies)),
})
