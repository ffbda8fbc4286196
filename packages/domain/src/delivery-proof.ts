import type { ScanStep } from './parcel-story.ts'

/** What shows a delivery or an attempt besides the courier's word: the recipient's signature as drawn, a photo of what was there. */
export const proofKinds = ['signature', 'photo'] as const
export type ProofKind = (typeof proofKinds)[number]

/** Of which steps each is kept, and how large it may be: (cfg) a drawing of lines is small, a photo is made smaller on the phone. */
export const proofLimits = {
  signature: { steps: ['delivered'], maxBytes: 200_000 },
  photo: { steps: ['delivered', 'attempted'], maxBytes: 2_000_000 },
} as const satisfies Record<ProofKind, { steps: readonly ScanStep[]; maxBytes: number }>

/** Days for which they are kept: five years, as the post's other electronic records (TT 17/2017 art. 14). */
export const proofKeptDays = 1826

/** What a picture may be. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCodePoint(...bytes.slice(from, to))
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a picture is by its first bytes, whatever its sender calls it; undefined for all that is not JPEG, PNG or WebP. */
export const pictureType = (bytes: Uint8Array): PictureType | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (png.every((byte, i) => bytes[i] === byte) && text(bytes, 12, 16) === 'IHDR') return 'image/png'
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' ? 'image/webp' : undefined
}
