import type { Readable } from 'node:stream'

/** A file taken in and not kept yet: its digest, its size, and where it can be looked at. One of the two ends it. */
export type Draft = {
  sha256: string
  size: number
  path: string
  keep: () => Promise<void>
  discard: () => Promise<void>
}

/**
 * Where bytes lie, under their SHA-256. `take` reads a stream to its end and leaves nothing behind when that fails; what
 * `keep` has confirmed survives a crash of the machine.
 */
export type FileStore = {
  take: (source: Readable, maxBytes: number) => Promise<Draft>
  read: (sha256: string) => Readable
}

export class TooLarge extends Error {
  override name = 'TooLarge'
}
