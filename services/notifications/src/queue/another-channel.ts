import type { MessageChannel } from '@dossier/contracts/telling-shapes'
import type { Tx } from '@dossier/platform/postgres'
import { messageProblem, common } from '../problems.ts'
import { letterOf, Notice, type Preparing, queue } from './prepare.ts'
import { addressOn } from './reach.ts'

type Wish = {
  id: string
  channel: MessageChannel
  /** Of the messages about dossiers of these desks, or to givers about these agencies. */
  desks: string[]
  agencies: string[]
}

/** Who runs the product looks after all desks. */
type WishOfOperator = Pick<Wish, 'id' | 'channel'>

const find = `
  select n.id, n.subject, n.recipient, n.template, n.urgency, n.channels, n.letter, n.facts, n.tries,
    (m.state in ('failed', 'given-up') or (m.state = 'ambiguous' and m.next_at is null))
      and m.instead is null as open,
    exists (select from message o where o.notice_id = n.id and o.channel = $2) as used
  from message m join notice n on n.id = m.notice_id join heard h on h.subject = m.subject
  where m.id = $1
    and ($3::text[] is null or h.body #>> '{axes,receivingDesk}' = any ($3) or h.body ->> 'agency' = any ($4))
  for update of m`
const replaced = 'update message set instead = $2 where id = $1'
const note = `insert into attempt (message_id, at, what, outcome, why) values ($1, $2, 'person', 'another channel', $3)`

/**
 * Sends in place of a message that did not arrive one on another channel, once, whatever was consented to: a person has decided it.
 * Throws a problem where the message has arrived, the channel was used, or there is no address on it.
 */
export const tryAnotherChannel = async (
  tx: Tx,
  deps: Preparing,
  { id, channel, ...where }: Wish | WishOfOperator,
): Promise<string> => {
  const { desks, agencies } = 'desks' in where ? where : { desks: null, agencies: null }
  const [row] = (await tx.query(find, [id, channel, desks, agencies])).rows
  if (row === undefined) throw common('not-found')
  if (!row.open) throw messageProblem('not-undelivered')
  if (row.used) throw messageProblem('channel-used')
  const notice = Notice.parse(row)
  const known = await deps.askContact(notice.subject, notice.recipient)
  const address = known === undefined ? null : addressOn(known.reach, channel)
  if (known === undefined || address === null) throw messageProblem('no-address')
  await tx.query(note, [id, deps.clock.now(), channel])
  const instead = await queue(tx, deps, {
    notice,
    known,
    address: { channel, address },
    letter: await letterOf(deps, notice),
  })
  await tx.query(replaced, [id, instead])
  return instead
}

const again = `
  update message set state = 'queued', why = null, next_at = $3, ended_at = null
  where id = $1 and channel = $2 and state = 'given-up' and instead is null and content is not null`
const notedAgain = `insert into attempt (message_id, at, what, outcome, why) values ($1, $2, 'person', 'again', null)`

/**
 * For an operator: once more on its own channel what no provider ever took, anything else on another channel. A provider that
 * refused a message knows it by its id and would refuse it again. Throws as `tryAnotherChannel`; gives the message that goes.
 */
export const sendAgain = async (tx: Tx, deps: Preparing, { id, channel }: WishOfOperator): Promise<string> => {
  const now = deps.clock.now()
  if ((await tx.query(again, [id, channel, now])).rowCount !== 1) return tryAnotherChannel(tx, deps, { id, channel })
  await tx.query(notedAgain, [id, now])
  return id
}
