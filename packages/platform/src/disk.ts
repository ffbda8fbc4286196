import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { uuidv7 } from 'uuidv7'
import { type FileStore, TooLarge } from './file-store.ts'
import { crashPoint } from './crash-point.ts'

const staleMs = 3_600_000

/** Files on a disk: `incoming/<id>` while they arrive, then `sha256/ab/cd/<digest>`. Sweeps what a crash left in between. */
export const openDisk = async (folder: string): Promise<FileStore> => {
  const incoming = join(folder, 'incoming')
  const placeOf = (sha256: string) => join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  await mkdir(incoming, { recursive: true })
  await sweep(incoming)

  return {
    take: async (source, maxBytes) => {
      const path = join(incoming, uuidv7())
      const discard = () => rm(path, { force: true })
      const hash = createHash('sha256')
      let size = 0
      const measure = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`)
          hash.update(chunk)
          yield chunk
        }
      }
      try {
        await pipeline(source, measure, createWriteStream(path, { flags: 'wx', flush: true }))
      } catch (error) {
        await discard()
        throw error
      }
      const sha256 = hash.digest('hex')
      return { sha256, size, path, discard, keep: () => keepAt(placeOf(sha256), path) }
    },
    read: (sha256) => createReadStream(placeOf(sha256)),
  }
}

const keepAt = async (place: string, path: string) => {
  crashPoint('file: before it is kept')
  await moveTo(place, path)
  crashPoint('file: kept, not noted')
}

/** The name appears at once and whole; same content moves over the same name. The folders are flushed, else the name may be lost. */
const moveTo = async (place: string, path: string) => {
  const folder = dirname(place)
  await mkdir(folder, { recursive: true })
  await rename(path, place)
  for (const one of [folder, dirname(folder), dirname(dirname(folder))]) await flush(one)
}

const flush = async (folder: string) => {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Only what is old: another process may be taking files into the same folder.
const sweep = async (incoming: string) => {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > staleMs) await rm(path, { force: true })
  }
}
