import type { Instant } from '@dossier/contracts/time'
import { tellings, tellingsOf } from '@dossier/contracts/telling'
import type { Telling, TellingRule } from '@dossier/contracts/telling-shapes'
import { dayOf } from '@dossier/domain/calendar'
import type { OrganisationTree } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import type { Facts } from './facts.ts'
import { holds, people, recipientsOf } from './recipients.ts'

// Said at once, and in this product alone: nobody has to be asked where an officer can be reached.
const insert = `
  with noted as (
    insert into notice (id, cause, subject, recipient, template, urgency, channels, letter, facts, at, state, next_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $11 then 'prepared' else 'waiting' end, case when $11 then null else $12::timestamptz end)
    on conflict on constraint notice_cause_key do nothing
    returning id
  )
  insert into message (id, notice_id, subject, recipient, channel, urgency, language, address, state, queued_at, ended_at)
  select $13, id, $3, $4, 'in-app', $6, 'vi', $4, 'delivered', $12, $12 from noted where $11`

type Cause = { topic: Exclude<keyof typeof tellings, 'alarms'>; subject: string; facts: Facts }

const ruleFor = ({ topic, facts: { event } }: Cause): TellingRule => {
  if (event.type === 'AlarmSounded') {
    const kinds: Record<string, TellingRule> = tellings.alarms
    return kinds[event.alarm.kind] ?? { nobody: 'a kind of alarm newer than this program' }
  }
  const rules: Record<string, TellingRule> = tellings[topic]
  return rules[event.type] ?? { nobody: 'an event newer than this program' }
}

/**
 * Writes down who is to be told of something, in the transaction that hears it. The cause is the line of the record: heard
 * again, however late, it adds nothing.
 */
export const note = async (
  tx: Tx,
  cause: Cause,
  { tree, now }: { tree: OrganisationTree; now: Instant },
): Promise<void> => {
  const { topic, subject, facts } = cause
  const line = `${topic}/${subject}/${facts.seq}`
  for (const telling of tellingsOf(ruleFor(cause))) {
    if (!isTold(telling, facts)) continue
    const { template, urgency, channels, letter } = telling
    for (const recipient of new Set(telling.to.flatMap((one) => recipientsOf(one, facts, tree)))) {
      const row = [uuidv7(), `${line}/${template}`, subject, recipient, template, urgency, channels, letter ?? null]
      const isOfficer = !people.some((person) => person === recipient)
      await tx.query(insert, [...row, JSON.stringify(facts), facts.at, isOfficer, now, uuidv7()])
    }
  }
}

const isTold = ({ from, when }: Telling, facts: Facts) =>
  (from === undefined || dayOf(facts.at) >= from) && holds(when, facts)
