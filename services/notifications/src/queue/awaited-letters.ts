import type { Tx } from '@dossier/platform/postgres'
import { isTransient } from '@dossier/platform/transient'
import { leaving, Notice, type Preparing } from './prepare.ts'
import { addressOn } from './reach.ts'
import { later, letterTries, outageMs } from './settings.ts'

const due = `
  select m.id as message, m.asked, n.id, n.subject, n.recipient, n.template, n.urgency, n.channels, n.letter, n.facts, n.tries
  from message_turn t join message m on m.id = t.id join notice n on n.id = m.notice_id
  where t.due_at <= $1 and t.state = 'awaiting-letter' order by t.due_at, t.place limit 50`
const go = `
  update message set state = 'queued', language = $2, address = $3, content = $4, queued_at = $5, next_at = $6, held = $7,
    asked = 0, why = null
  where id = $1 and state = 'awaiting-letter'`
const fail = `
  update message set state = 'failed', why = $2, next_at = null, ended_at = $3 where id = $1 and state = 'awaiting-letter'`
const wait = `
  update message set next_at = $2, asked = asked + 1, held = $3, why = $4 where id = $1 and state = 'awaiting-letter'`
const again = `
  update message m set state = 'awaiting-letter', why = null, asked = 0, held = true, next_at = $2, ended_at = null
  from notice n, letter l
  where l.id = $1 and n.subject = l.dossier_id and n.letter = l.kind and (n.facts ->> 'seq')::int = l.seq
    and m.notice_id = n.id and m.channel = 'email' and m.state = 'failed' and m.attempts = 0 and m.instead is null`
const come = `
  update message m set next_at = least(m.next_at, $2)
  from notice n, letter l
  where l.id = $1 and n.subject = l.dossier_id and n.letter = l.kind and (n.facts ->> 'seq')::int = l.seq
    and m.notice_id = n.id and m.state = 'awaiting-letter'`

type Awaiting = { message: string; asked: number }

/** Makes the e-mails whose letter has come; one whose letter can never be set waits for a person. Gives how many were looked at. */
export const prepareAwaited = async (deps: Preparing): Promise<number> => {
  const { rows } = await deps.db.query<Awaiting>(due, [deps.clock.now()])
  for (const row of rows) {
    try {
      const why = await bring(deps, row, Notice.parse(row))
      if (why !== undefined) await putOff(deps, row, { why, aside: false })
    } catch (trouble) {
      deps.report(new Error(`Message ${row.message} is not prepared with its letter`, { cause: trouble }))
      const outage = isTransient(trouble)
      const why = outage ? 'intake does not answer' : 'its words or its contact cannot be made'
      await putOff(deps, row, { why, aside: !outage })
    }
  }
  return rows.length
}

type Put = { why: string; aside: boolean }

const putOff = ({ db, clock, settings }: Preparing, { message, asked }: Awaiting, { why, aside }: Put) => {
  const isLong = asked + 1 >= letterTries
  const ms = isLong ? outageMs(asked + 2 - letterTries) : settings.letterWaitMs / letterTries
  return db.query(wait, [message, later(clock.now(), ms), isLong || aside, why])
}

/** Queues or fails the message; else says why it still waits. */
const bring = async (deps: Preparing, { message }: Awaiting, notice: Notice): Promise<string | undefined> => {
  const { db, clock, askContact, findLetter } = deps
  const { subject, recipient, facts, letter: kind } = notice
  const letter = await findLetter({ dossierId: subject, seq: facts.seq, kind: kind ?? '' })
  if (letter.is === 'waiting') return 'its letter'
  const end = (why: string) => db.query(fail, [message, why, clock.now()]).then(() => undefined)
  if (letter.is === 'failed') return end('its letter cannot be set')
  const known = await askContact(subject, recipient)
  const address = known === undefined ? null : addressOn(known.reach, 'email')
  if (known === undefined || address === null) return end('no address')
  const { content, at, held } = leaving(deps, { notice, known, channel: 'email', letter })
  const { language } = known.reach
  await db.query(go, [message, language, address, JSON.stringify(content), clock.now(), at, held])
  return undefined
}

/** A letter is issued: the e-mails that wait for it leave now, and not when they would have looked again. */
export const letterHasCome = (tx: Tx, letter: string, now: string) => tx.query(come, [letter, now])

/** A letter is set anew: the e-mails that could not leave without it wait for it again. */
export const awaitAgain = (tx: Tx, letter: string, now: string) => tx.query(again, [letter, now])
