import { createTransport } from 'nodemailer'
import * as z from 'zod'
import { ask } from './ask.ts'
import type { Channel, Found, Outcome } from './channel.ts'

/** A letter as it is attached. */
export type Attachment = { name: string; bytes: Buffer }

type Email = {
  url: string
  from: string
  /** The record of the own mail server, where it has one that can be asked: what it took in, by Message-ID. */
  trace?: string | undefined
  letter: (id: string) => Promise<Attachment>
  maxAttachmentBytes: number
  timeoutMs?: number
}

const Trace = z.object({ taken: z.boolean() })
const domain = 'messages.onestop'

/**
 * E-mail by SMTP. Our id is the Message-ID. A recipient refused for good (550) is refused; greylisting is `later`; a connection
 * lost after the whole message went over is ambiguous, for the server may have taken it.
 */
export const makeEmail = ({ url, from, trace, letter, maxAttachmentBytes, timeoutMs = 20_000 }: Email) => {
  const times = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const channel: Channel<'email'> = {
    send: async ({ id, address, content }) => {
      const { subject, text, html, appointment } = content
      const attached = content.letter === undefined ? [] : [await letter(content.letter)]
      for (const { name, bytes } of attached)
        if (bytes.length > maxAttachmentBytes)
          return {
            is: 'refused',
            why: `attachment-too-large: ${name} has ${bytes.length} bytes, ${maxAttachmentBytes} are allowed`,
          }
      const talk = watchTalk()
      try {
        await createTransport({ url, ...times, logger: talk.logger, debug: true }).sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to: address,
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(appointment !== undefined && {
            icalEvent: { method: 'PUBLISH', filename: 'lich-hen.ics', content: appointment },
          }),
          attachments: attached.map(({ name, bytes }) => ({
            filename: name,
            content: bytes,
            contentType: 'application/pdf',
          })),
        })
        return { is: 'sent', reference: `<${id}@${domain}>` }
      } catch (error) {
        return outcomeOf(error, talk.isHandedOver())
      }
    },
    find: async (id): Promise<Found> => {
      if (trace === undefined) return { is: 'cannot-say' }
      const asked = await ask(`${trace}/taken?id=${encodeURIComponent(`<${id}@${domain}>`)}`, {}, timeoutMs)
      if ('failed' in asked) return { is: 'down', why: asked.why }
      const read = Trace.safeParse(asked.answered.body)
      if (!read.success) return { is: 'down', why: `answered ${asked.answered.status}` }
      return read.data.taken ? { is: 'sent', reference: `<${id}@${domain}>` } : { is: 'unknown' }
    },
  }
  return channel
}

// The library names no phase when a connection is lost: only the talk itself tells whether the message was on its way.
const watchTalk = () => {
  let handedOver = false
  const note = (entry: object, said: unknown) => {
    if (Object(entry).tnx === 'client' && said === 'DATA') handedOver = true
  }
  const silent = () => {}
  const logger = { level: silent, trace: silent, debug: note, info: silent, warn: silent, error: silent, fatal: silent }
  return { logger, isHandedOver: () => handedOver }
}

const Failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
})
const beforeTheMessage = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/

/** Only words of the protocol: the server's own sentence may hold the address. */
const outcomeOf = (error: unknown, handedOver: boolean): Outcome => {
  const { code = 'unknown', responseCode, command = '' } = Failure.parse({ ...Object(error) })
  const why = [code, responseCode, command].filter((one) => one !== undefined && one !== '').join(' ')
  if (code === 'EENVELOPE' && responseCode === undefined) return { is: 'refused', why } // no address at all
  if (code === 'EMESSAGE' && responseCode === undefined) return { is: 'refused', why } // larger than the server takes
  if (responseCode === undefined) return { is: handedOver ? 'ambiguous' : 'down', why }
  if (responseCode === 421 || beforeTheMessage.test(command)) return { is: 'down', why }
  return { is: responseCode >= 500 ? 'refused' : 'later', why }
}
