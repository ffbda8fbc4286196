import type { Instant } from '@dossier/contracts/time'
import { MessageChannel, MessageTemplate, Urgency } from '@dossier/contracts/telling-shapes'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import { isTransient } from '@dossier/platform/transient'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { Facts } from '../telling/facts.ts'
import { people } from '../telling/recipients.ts'
import type { Templates } from '../templates.ts'
import type { makeSay } from '../words/say.ts'
import { appointmentOf, contentFor } from './compose.ts'
import type { AskContact, Known } from './contacts.ts'
import { quietUntil } from './quiet-hours.ts'
import { type Address, addressesOf } from './reach.ts'
import { backOffMs, later, type Settings } from './settings.ts'
import { crashPoint } from '@dossier/platform/crash-point'

/** The letter that goes with a line of a dossier's record; `waiting` while it is being set, `failed` where people must see to it. */
export type FindLetter = (of: { dossierId: string; seq: number; kind: string }) => Promise<FoundLetter>
export type FoundLetter = { is: 'ready'; letter: string } | { is: 'waiting' | 'failed' | 'none' }

export type Preparing = {
  db: Pool
  clock: Clock
  askContact: AskContact
  findLetter: FindLetter
  say: ReturnType<typeof makeSay>
  templates: Templates
  settings: Settings
  report: (trouble: unknown) => void
}

/** A notice that waits for its messages. */
export const Notice = z.object({
  id: z.uuid(),
  subject: z.uuid(),
  recipient: z.enum(people),
  template: MessageTemplate,
  urgency: Urgency,
  channels: z.array(MessageChannel),
  letter: z.string().nullable(),
  facts: Facts,
  tries: z.int(),
})
export type Notice = z.infer<typeof Notice>

const due = `
  select n.id, n.subject, n.recipient, n.template, n.urgency, n.channels, n.letter, n.facts, n.tries
  from notice_turn t join notice n on n.id = t.id
  where t.due_at <= $1 order by t.due_at, t.place limit 50`
const settle = `update notice set state = $2, why = $3, next_at = null where id = $1 and state = 'waiting'`
const wait = `update notice set next_at = $2, why = $3, aside = $4, tries = tries + 1 where id = $1 and state = 'waiting'`
const insert = `
  insert into message
    (id, notice_id, subject, recipient, channel, urgency, language, address, content, state, queued_at, next_at, held, ended_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict on constraint message_notice_channel_key do nothing`

/**
 * Makes messages of the notices that are due: asks how the person is reached, chooses the words and the channels. Whoever was told
 * of a dossier before is told of the next thing after. Gives how many were looked at.
 */
export const prepareDue = async (deps: Preparing): Promise<number> => {
  const { rows } = await deps.db.query<{ id: string; template: string; tries: number }>(due, [deps.clock.now()])
  for (const row of rows) {
    try {
      await prepare(deps, Notice.parse(row))
    } catch (trouble) {
      deps.report(new Error(`Notice ${row.id} (${row.template}) is not prepared`, { cause: trouble }))
      await postpone(deps, row, isTransient(trouble))
    }
  }
  return rows.length
}

// While intake is out all wait in their order; one that cannot be read or said keeps nobody else waiting.
const postpone = ({ db, clock }: Preparing, { id, tries }: { id: string; tries: number }, isOutage: boolean) => {
  const why = isOutage ? 'intake does not answer' : 'its words or its contact cannot be made'
  return db.query(wait, [id, later(clock.now(), backOffMs(tries + 1)), why, !isOutage])
}

const prepare = async (deps: Preparing, notice: Notice): Promise<void> => {
  const { db, askContact, settings } = deps
  const letter = await letterOf(deps, notice)
  const known = await askContact(notice.subject, notice.recipient)
  crashPoint('notice: before its messages')
  const addresses = known === undefined ? [] : addressesOf(known.reach, notice, settings.consent)
  await inTransaction(db, async (tx) => {
    const state = addresses.length > 0 ? 'prepared' : 'unreachable'
    const why = known === undefined ? 'nobody to be told' : addresses.length > 0 ? null : 'no address, or no consent'
    if ((await tx.query(settle, [notice.id, state, why])).rowCount !== 1 || known === undefined) return
    for (const address of addresses) await queue(tx, deps, { notice, known, address, letter })
  })
}

/** The letter that goes with a notice. */
export const letterOf = async ({ findLetter }: Preparing, { subject, letter, facts }: Notice): Promise<FoundLetter> =>
  letter === null ? { is: 'none' } : findLetter({ dossierId: subject, seq: facts.seq, kind: letter })

type Leaving = { notice: Notice; known: Known; channel: MessageChannel; letter: FoundLetter }

/** The words of a message for outside, and when it may leave; in-app has none. */
export const leaving = (deps: Preparing, { notice, known, channel, letter }: Leaving) => {
  const { clock, say, templates, settings } = deps
  const { subject, facts, template, urgency } = notice
  const { reach, reference } = known
  const { language } = reach
  const words = { ...say(facts, language), name: reach.name, reference }
  const said = templates.say(template, language, words)
  const appointment = appointmentOf(template, { subject, facts, language, said, desk: words.desk ?? '' })
  const content = contentFor(channel, { said, letter: letter.is === 'ready' ? letter.letter : undefined, appointment })
  const now = clock.now()
  const quiet: Instant | undefined = urgency === 'legal' ? undefined : quietUntil(now, settings.quiet)
  return { content, at: quiet ?? now, held: quiet !== undefined }
}

type Queued = { notice: Notice; known: Known; address: Address; letter: FoundLetter }

/** One message into the queue. In-app it has arrived with that; an e-mail without its letter is made when that has come. */
export const queue = async (tx: Tx, deps: Preparing, { notice, known, address, letter }: Queued) => {
  const now = deps.clock.now()
  const { channel } = address
  const id = uuidv7()
  const row = [id, notice.id, notice.subject, notice.recipient, channel, notice.urgency, known.reach.language]
  await tx.query(insert, [...row, ...rest()])
  return id

  function rest() {
    if (channel === 'in-app') return [address.address, null, 'delivered', now, null, false, now]
    if (channel === 'email' && (letter.is === 'waiting' || letter.is === 'failed'))
      return [null, null, 'awaiting-letter', now, now, false, null]
    const { content, at, held } = leaving(deps, { notice, known, channel, letter })
    return [address.address, JSON.stringify(content), 'queued', now, at, held, null]
  }
}
