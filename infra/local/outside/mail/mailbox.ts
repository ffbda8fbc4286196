import PostalMime, { type Attachment } from 'postal-mime'

/** A message as it was taken in, in the order of taking. */
export type Mail = {
  n: number
  messageId: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  attachments: { name: string; type: string; bytes: Uint8Array }[]
  at: string
}

const kept = 2_000

/** What this mail server has taken in; the oldest go when there are too many. */
export const makeMailbox = () => {
  let mails: Mail[] = []
  let n = 0
  return {
    take: async (raw: Uint8Array, to: string[]): Promise<void> => {
      const { messageId = '', from, subject = '', text = '', html = '', attachments } = await PostalMime.parse(raw)
      const at = new Date().toISOString()
      const sender = from !== undefined && 'address' in from ? (from.address ?? '') : ''
      n += 1
      mails = [
        ...mails.slice(-kept + 1),
        { n, messageId, from: sender, to, subject, text, html, attachments: attachments.map(asBytes), at },
      ]
    },
    all: () => mails,
    find: (wanted: number) => mails.find((mail) => mail.n === wanted),
    empty: () => void (mails = []),
  }
}
export type Mailbox = ReturnType<typeof makeMailbox>

const asBytes = ({ filename, mimeType, content }: Attachment) => ({
  name: filename ?? 'khong-ten',
  type: mimeType,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
})
