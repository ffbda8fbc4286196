import { createReadStream } from 'node:fs'

// Names of three letters, as /JS, occur by chance in any picture; a script is always declared by the long name too.
const active = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z])/
const longest = 64

/**
 * Whether a PDF says in the open that it runs scripts, starts programs or carries files. Names may be written with #xx. What
 * hides in compressed object streams is not seen here: that is a scanner's work.
 */
export const isActivePdf = async (path: string): Promise<boolean> => {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = rest + String(chunk)
    if (active.test(plain(text))) return true
    rest = text.slice(-longest)
  }
  return false
}

const plain = (text: string) =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
