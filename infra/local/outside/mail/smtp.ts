import { SMTPServer } from 'smtp-server'
import * as z from 'zod'
import type { Mailbox } from './mailbox.ts'

/** How this server misbehaves, until it is told otherwise. */
export const Behaviour = z.strictObject({
  /** Nobody listens on the port. */
  down: z.boolean().default(false),
  /** Refuses recipients with these endings for good (550). */
  reject: z.array(z.string()).default([]),
  /** Asks each recipient to come again, so many times (451). */
  greylist: z.int().min(0).default(0),
  /** Takes a message in and loses the line before it says so, so many times. */
  takeAndHangUp: z.int().min(0).default(0),
  /** Loses the line when a message comes and takes nothing, so many times. */
  hangUp: z.int().min(0).default(0),
  /** How long it thinks about each message. */
  delayMs: z.int().min(0).max(60_000).default(0),
})
export type Behaviour = z.infer<typeof Behaviour>

const largest = 25_000_000

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

/** An SMTP server that keeps what it takes in; it can be down, refuse, greylist and lose the line. */
export const openSmtp = async (mailbox: Mailbox, { port, host }: { port: number; host: string }) => {
  let behaviour = Behaviour.parse({})
  const greylisted = new Map<string, number>()
  let server: SMTPServer | undefined

  const listen = () =>
    new Promise<void>((listening, failed) => {
      const made = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        size: largest,
        closeTimeout: 100,
        logger: false,
        onRcptTo: ({ address }, _session, done) => {
          if (behaviour.reject.some((ending) => address.endsWith(ending))) return done(refusal(550, 'No such user'))
          const tried = greylisted.get(address) ?? 0
          greylisted.set(address, tried + 1)
          return tried < behaviour.greylist ? done(refusal(451, 'Greylisted, come again')) : done()
        },
        onData: (stream, { envelope }, done) => {
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            void end()
          })
          const end = async () => {
            if (stream.sizeExceeded) return done(refusal(552, 'Message exceeds the fixed maximum size'))
            if (behaviour.hangUp > 0) {
              behaviour = { ...behaviour, hangUp: behaviour.hangUp - 1 }
              return hangUp()
            }
            await mailbox.take(
              Buffer.concat(chunks),
              envelope.rcptTo.map(({ address }) => address),
            )
            if (behaviour.takeAndHangUp > 0) {
              behaviour = { ...behaviour, takeAndHangUp: behaviour.takeAndHangUp - 1 }
              return hangUp()
            }
            setTimeout(done, behaviour.delayMs)
          }
        },
      })
      // A client that is killed in the middle of a talk is none of this server's troubles.
      made.on('error', () => {})
      made.server.once('error', failed)
      made.listen(port, host, () => listening())
      server = made
    })
  const hangUp = () => {
    for (const connection of server?.connections ?? []) Object(connection)._socket?.destroy()
  }
  const unlisten = () =>
    new Promise<void>((closed) => {
      const old = server
      server = undefined
      if (old === undefined) return closed()
      for (const connection of old.connections) Object(connection)._socket?.destroy()
      old.close(() => closed())
    })

  await listen()
  return {
    behaviour: () => behaviour,
    behave: async (next: Behaviour) => {
      behaviour = next
      greylisted.clear()
      if (next.down && server !== undefined) await unlisten()
      if (!next.down && server === undefined) await listen()
    },
    close: unlisten,
  }
}
export type Smtp = Awaited<ReturnType<typeof openSmtp>>
