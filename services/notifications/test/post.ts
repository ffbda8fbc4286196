import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Reach } from '@dossier/contracts/contact'
import { DossierMessage } from '@dossier/contracts/dossier'
import { FeedbackMessage } from '@dossier/contracts/feedback'
import { ParcelMessage } from '@dossier/contracts/parcel'
import { makeTree } from '@dossier/domain/organisations'
import { freshDatabase } from '@dossier/platform/testing'
import type * as z from 'zod'
import { buildApp as buildGateway } from '../../../infra/local/outside/gateway/app.ts'
import { makeCallBacks } from '../../../infra/local/outside/gateway/call-backs.ts'
import { Behaviour as GatewayBehaviour, makeSent } from '../../../infra/local/outside/gateway/sent.ts'
import { buildApp as buildMail } from '../../../infra/local/outside/mail/app.ts'
import { makeMailbox } from '../../../infra/local/outside/mail/mailbox.ts'
import { Behaviour as MailBehaviour, openSmtp } from '../../../infra/local/outside/mail/smtp.ts'
import { makeChannels } from '../src/channels/channels.ts'
import { makeHear } from '../src/hear.ts'
import { prepareAwaited } from '../src/queue/awaited-letters.ts'
import { type FoundLetter, prepareDue } from '../src/queue/prepare.ts'
import { sendDue, takeOver } from '../src/queue/send.ts'
import { type Settings, usualSettings } from '../src/queue/settings.ts'
import { TellingEnv } from '../src/telling-env.ts'
import { loadTemplates } from '../src/templates.ts'
import { makeSay } from '../src/words/say.ts'
import { books } from './books.ts'
import { somebody } from './somebody.ts'

const tree = makeTree([...books.organisations.all().values()])

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(server.address())
      server.close(() => resolve(port))
    })
  })

const nextMessage = `
  select min(due_at) as at from (select due_at from message_turn union all select due_at from notice_turn) as turns`

/** The service without its port, on a database of its own, with a real mail server and gateway beside it and its time in hand. */
export const openPost = async (at = '2021-04-13T02:45:00.000Z', more: Partial<Settings> = {}) => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const mailbox = makeMailbox()
  const smtpPort = await freePort()
  const smtp = await openSmtp(mailbox, { port: smtpPort, host: '127.0.0.1' })
  const mail = buildMail({ mailbox, smtp })
  const sent = makeSent()
  const callBacks = makeCallBacks({ secret: 'local' })
  const gateway = buildGateway({ sent, callBacks, zaloHook: 'http://127.0.0.1:9/call-backs/zalo' })
  const [trace, gatewayUrl] = await Promise.all([mail.listen({ port: 0 }), gateway.listen({ port: 0 })])
  const time = { at }
  const clock = { now: () => time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const env = {
    INTAKE_URL: 'http://127.0.0.1:9',
    POSTAL_URL: 'http://127.0.0.1:9',
    NOTIFICATIONS_URL: 'http://127.0.0.1:9',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_TRACE_URL: trace,
    MESSAGE_GATEWAY_URL: gatewayUrl,
    SMS_KEY: 'local',
    SMS_SECRET: 'local',
    ZALO_APP_ID: 'local',
    ZALO_APP_SECRET: 'local',
    ZALO_REFRESH_TOKEN: 'local-first',
    CALL_BACK_SECRET: 'local',
  }
  const config = TellingEnv.parse(env)
  const person: { reach: Reach } = { reach: somebody }
  const letters = {
    found: { is: 'none' } satisfies FoundLetter as FoundLetter,
    bytes: Buffer.from('%PDF-1.7'),
  }
  const troubles: unknown[] = []
  const deps = {
    db,
    clock,
    books,
    tree: () => tree,
    settings: { ...usualSettings, ...more },
    say: makeSay(books),
    templates: await loadTemplates(new URL('../templates/', import.meta.url)),
    askContact: async (_subject: string, who: string) =>
      who === 'representative' ? undefined : { reach: person.reach, reference: 'PA-0001' },
    findLetter: async () => letters.found,
    channels: makeChannels({ db, clock, config, letter: async () => ({ name: 'giay-hen.pdf', bytes: letters.bytes }) }),
    report: (trouble: unknown) => void troubles.push(trouble),
    heard: () => {},
    callBackSecret: 'local',
  }
  const hear = makeHear({ db, clock, organisations: () => tree, heard: () => {} })
  for (const provider of ['sms', 'zalo'] as const)
    sent.behave(provider, GatewayBehaviour.parse({ callBack: { status: 'none' } }))

  // Of messages alone: letters have a loop and tests of their own.
  const due = async () => (await db.query<{ at: string | null }>(nextMessage)).rows[0]?.at ?? undefined
  /** Everything that is due at this moment, until nothing is. */
  const work = async () => {
    while ((await prepareDue(deps)) + (await prepareAwaited(deps)) + (await sendDue(deps)) > 0);
  }
  return {
    db,
    deps,
    env,
    hear,
    time,
    person,
    letters,
    troubles,
    mailbox,
    sent,
    work,
    due,
    restart: () => takeOver(deps),
    mail: (behaviour: z.input<typeof MailBehaviour>) => smtp.behave(MailBehaviour.parse(behaviour)),
    gateway: (provider: 'sms' | 'zalo', behaviour: z.input<typeof GatewayBehaviour>) =>
      sent.behave(provider, GatewayBehaviour.parse({ callBack: { status: 'none' }, ...behaviour })),
    /** On to a moment, stopping wherever something is due, as the driver of a stack does. */
    moveTo: async (until: string) => {
      await work()
      for (let next = await due(); next !== undefined && next <= until; next = await due()) {
        if (next > time.at) time.at = next
        await work()
        if ((await due()) === next) throw new Error(`Something is due at ${next} and is not done`)
      }
      time.at = until
      await work()
    },
    states: async () =>
      (await db.query('select channel, state, why from message where channel <> $1 order by place', ['in-app'])).rows,
    close: async () => {
      callBacks.stop()
      await Promise.all([mail.close(), gateway.close(), smtp.close()])
      await db.end()
    },
  }
}
export type Post = Awaited<ReturnType<typeof openPost>>

const samples = new URL('../../../packages/contracts/test/samples/', import.meta.url)
const sample = (path: string): unknown => JSON.parse(readFileSync(new URL(path, samples), 'utf8'))
/** A stored line of a dossier's record, told of another dossier at another place. */
export const line = (
  name: string,
  dossierId: string,
  seq: number,
  more: Partial<DossierMessage> = {},
): DossierMessage => ({
  ...DossierMessage.parse(sample(`casework.dossier.v1/${name}.json`)),
  ...more,
  dossierId: DossierMessage.shape.dossierId.parse(dossierId),
  seq,
})

/** A stored line about its parcels, told of another dossier. */
export const parcelLine = (name: string, dossierId: string, seq: number): ParcelMessage => ({
  ...ParcelMessage.parse(sample(`postal.parcel.v1/${name}.json`)),
  dossierId: ParcelMessage.shape.dossierId.parse(dossierId),
  seq,
})

/** A stored line about a feedback, told of another one. */
export const feedbackLine = (name: string, feedbackId: string, seq: number): FeedbackMessage => ({
  ...FeedbackMessage.parse(sample(`intake.feedback.v1/${name}.json`)),
  feedbackId: FeedbackMessage.shape.feedbackId.parse(feedbackId),
  seq,
})

let count = 0
export const newDossier = () => `0178c919-9400-7875-af0d-${String((count += 1)).padStart(12, '0')}`

/** The first lines of a dossier handed in at a desk. */
export const accepted = async ({ hear }: Pick<Post, 'hear'>, dossierId = newDossier()) => {
  const opened = line('DossierOpened', dossierId, 1)
  const { event } = opened
  await hear.dossier({ ...opened, event: event.type === 'DossierOpened' ? { ...event, channel: 'desk' } : event })
  await hear.dossier(line('DossierAccepted', dossierId, 2))
  return dossierId
}
