import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import * as z from 'zod'
import { type Channels, Content, type Found, type OutsideChannel, type Outcome } from '../channels/channel.ts'
import { keepOutcome, keepFound } from './outcomes.ts'
import { quietUntil } from './quiet-hours.ts'
import type { Settings } from './settings.ts'
import { crashPoint } from '@dossier/platform/crash-point'

export type Sending = {
  db: Pool
  clock: Clock
  channels: Channels
  settings: Settings
  report: (trouble: unknown) => void
}

const Row = z.object({
  id: z.uuid(),
  state: z.enum(['sending', 'ambiguous']),
  address: z.string(),
  content: Content,
  attempts: z.int(),
  asked: z.int(),
  queuedAt: z.string(),
})
export type Row = z.infer<typeof Row>

// What is being sent is marked first: after a crash it is asked about, never taken for unsent.
const claim = `
  with turn as (
    select id from message_turn where due_at <= $1 and state in ('queued', 'ambiguous')
    order by due_at, place limit $2
  )
  update message m set
    state = case m.state when 'queued' then 'sending' else m.state end,
    attempts = m.attempts + case m.state when 'queued' then 1 else 0 end, held = false
  from turn where m.id = turn.id and m.state in ('queued', 'ambiguous')
  returning m.id, m.state, m.address, m.content, m.attempts, m.asked, m.queued_at as "queuedAt"`
// Whatever put them off, an outage or a sender that was not there.
const holdBack = `
  update message set next_at = $2, held = true
  where urgency = 'ordinary' and state = 'queued'
    and id in (select id from message_turn where due_at <= $1 and state = 'queued')`
const unread = `update message set state = 'failed', why = 'its row cannot be read', next_at = null, ended_at = $2 where id = $1`
const orphaned = `
  with orphan as (
    update message set state = 'ambiguous', next_at = $1 where state = 'sending' returning id
  )
  insert into attempt (message_id, at, what, outcome, why)
  select id, $2, 'send', 'ambiguous', 'the sender stopped before it knew' from orphan`

const width = 16

/** Whose turn it is is sent, or asked about where an answer was unclear; side by side, one of each dossier. Gives how many. */
export const sendDue = async (deps: Sending): Promise<number> => {
  const { db, clock, settings, report } = deps
  const now = clock.now()
  const quiet = quietUntil(now, settings.quiet)
  if (quiet !== undefined) await db.query(holdBack, [now, quiet])
  const { rows } = await db.query<{ id: string }>(claim, [now, width])
  await Promise.all(
    rows.map(async (row) => {
      const { data: message, error } = Row.safeParse(row)
      if (error !== undefined) {
        report(new Error(`Message ${row.id} cannot be read`, { cause: error }))
        await db.query(unread, [row.id, clock.now()])
      } else if (message.state === 'ambiguous') await keepFound(deps, message, await foundBy(deps, message))
      else {
        crashPoint('sender: claimed, not sent')
        const outcome = await outcomeOf(deps, message)
        crashPoint('sender: sent, not noted')
        await keepOutcome(deps, message, outcome)
        crashPoint('sender: noted')
      }
    }),
  )
  return rows.length
}

/** What the last sender was about when it stopped: nobody knows whether it went out. */
export const takeOver = async ({ db, clock, settings }: Sending): Promise<void> => {
  const now = clock.now()
  await db.query(orphaned, [new Date(Date.parse(now) + settings.reconcileMs).toISOString(), now])
}

// A trouble of our own before anything went out, as a provider without a token: nothing is known to have happened.
const outcomeOf = async ({ channels, report }: Sending, { id, address, content }: Row): Promise<Outcome> => {
  try {
    switch (content.channel) {
      case 'email':
        return await channels.email.send({ id, address, content })
      case 'sms':
        return await channels.sms.send({ id, address, content })
      case 'zalo':
        return await channels.zalo.send({ id, address, content })
    }
  } catch (trouble) {
    report(new Error(`Message ${id} could not be sent`, { cause: trouble }))
    return { is: 'later', why: 'a trouble before it was sent' }
  }
}

const foundBy = async ({ channels, report }: Sending, { id, content }: Row): Promise<Found> => {
  const channel: OutsideChannel = content.channel
  try {
    return await channels[channel].find(id)
  } catch (trouble) {
    report(new Error(`Nobody could be asked about message ${id}`, { cause: trouble }))
    return { is: 'down', why: 'a trouble before it was asked' }
  }
}
