import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Found, Outcome } from '../channels/channel.ts'
import type { Row, Sending } from './send.ts'
import { backOffMs, later, outageMs } from './settings.ts'

const note = 'insert into attempt (message_id, at, what, outcome, why) values ($1, $2, $3, $4, $5)'
// A call-back may have come first: what it said stays.
const move = `
  update message set state = $2, why = $3, reference = coalesce($4, reference), next_at = $5, asked = $6,
    attempts = attempts - $7, ended_at = case when $5::timestamptz is null then $8::timestamptz end
  where id = $1 and state in ('sending', 'ambiguous')`
const outage = `
  insert into outage as o (channel, since, retry_at, failures, why) values ($1, $2, $3, 1, $4)
  on conflict (channel) do update set failures = o.failures + 1, why = excluded.why,
    retry_at = $2::timestamptz + make_interval(mins => least(5, o.failures + 1))
  where o.retry_at <= $2`
const over = 'delete from outage where channel = $1'

type Moved = {
  state: string
  why: string | null
  reference?: string | null
  nextAt?: string
  asked?: number
  uncounted?: true
}

const keep = async (tx: Tx, { id, asked }: Row, { moved, now }: { moved: Moved; now: string }) => {
  const { state, why, reference = null, nextAt = null } = moved
  await tx.query(move, [id, state, why, reference, nextAt, moved.asked ?? asked, moved.uncounted ? 1 : 0, now])
}

/** What sending gave: kept with its proof, or put off. */
export const keepOutcome = ({ db, clock, settings }: Sending, row: Row, outcome: Outcome): Promise<void> =>
  inTransaction(db, async (tx) => {
    const now = clock.now()
    const isTooOld = Date.parse(now) - Date.parse(row.queuedAt) >= settings.giveUpMs
    const { channel } = row.content
    await tx.query(note, [row.id, now, 'send', outcome.is, 'why' in outcome ? outcome.why : null])
    if (outcome.is !== 'down') await tx.query(over, [channel])
    await keep(tx, row, { now, moved: moved() })

    function moved(): Moved {
      switch (outcome.is) {
        case 'sent':
          return { state: 'sent', why: null, reference: outcome.reference }
        case 'refused':
          return { state: 'failed', why: outcome.why }
        case 'later':
          if (isTooOld) return { state: 'given-up', why: outcome.why }
          return { state: 'queued', why: outcome.why, nextAt: later(now, backOffMs(row.attempts)) }
        case 'down':
          return isTooOld
            ? { state: 'given-up', why: outcome.why }
            : { state: 'queued', why: outcome.why, nextAt: now, uncounted: true }
        case 'ambiguous':
          return { state: 'ambiguous', why: outcome.why, nextAt: later(now, settings.reconcileMs), asked: 0 }
      }
    }
  }).then(() => (outcome.is === 'down' ? putOff({ db, clock }, row, outcome.why) : undefined))

/** All messages of a channel wait for the same moment. */
const putOff = async ({ db, clock }: Pick<Sending, 'db' | 'clock'>, { content }: Row, why: string): Promise<void> => {
  const now = clock.now()
  await db.query(outage, [content.channel, now, later(now, outageMs(1)), why])
}

/** What asking gave. Only a provider that twice has never heard of it has it sent again. */
export const keepFound = ({ db, clock, settings }: Sending, row: Row, found: Found): Promise<void> =>
  inTransaction(db, async (tx) => {
    const now = clock.now()
    const asked = row.asked + 1
    await tx.query(note, [row.id, now, 'ask', found.is, 'why' in found ? found.why : null])
    await keep(tx, row, { now, moved: moved() })

    function moved(): Moved {
      switch (found.is) {
        case 'sent':
        case 'delivered':
          return { state: found.is, why: null, reference: found.reference }
        case 'failed':
          return { state: 'failed', why: found.why }
        case 'unknown':
          if (asked < 2)
            return {
              state: 'ambiguous',
              why: 'unknown to the provider',
              nextAt: later(now, settings.reconcileMs),
              asked,
            }
          return { state: 'queued', why: 'unknown to the provider', nextAt: now, asked: 0 }
        case 'cannot-say':
          return { state: 'ambiguous', why: 'nobody can be asked whether it arrived' }
        case 'down': {
          const isTooOld = Date.parse(now) - Date.parse(row.queuedAt) >= settings.giveUpMs
          if (isTooOld) return { state: 'ambiguous', why: found.why }
          return { state: 'ambiguous', why: found.why, nextAt: later(now, backOffMs(asked)) }
        }
      }
    }
  })
