import { type FileHandle, open } from 'node:fs/promises'

const endRecord = 0x06054b50
const entryRecord = 0x02014b50
const longestEnd = 22 + 65_535
const mostEntries = 5_000
const mostBytes = 200_000_000
const mostTimes = 200

/** Whether a zip holds macros, unpacks to more than its size allows, or cannot be read: then nobody else should try. */
export const isUnsafeZip = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const directory = await readDirectory(file, size)
    return directory === undefined || !isModest(directory, size)
  } finally {
    await file.close()
  }
}

const readDirectory = async (file: FileHandle, size: number): Promise<Buffer | undefined> => {
  const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd))
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== endRecord) at -= 1
  if (at < 0) return undefined
  const [length, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  return from + length <= size ? readAt(file, from, length) : undefined // zip64 says 0xffffffff here, and is refused
}

const isModest = (directory: Buffer, size: number): boolean => {
  let unpacked = 0
  let entries = 0
  for (let at = 0; at + 46 <= directory.length; entries += 1) {
    if (directory.readUInt32LE(at) !== entryRecord || entries > mostEntries) return false
    const lengths = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    const [nameLength = 0, extra = 0, comment = 0] = lengths
    unpacked += directory.readUInt32LE(at + 24)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (/vbaProject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar)$/i.test(name)) return false
    at += 46 + nameLength + extra + comment
  }
  return entries > 0 && unpacked <= mostBytes && unpacked <= mostTimes * size
}

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
