import { applicationTopic } from '@dossier/contracts/application'
import { feedbackTopic } from '@dossier/contracts/feedback'
import { findingTopic } from '@dossier/contracts/finding'
import type { Tx } from '@dossier/platform/postgres'

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The same lines with the same numbers: who has heard one counts it once, who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, application_id, jsonb_build_object('applicationId', application_id, 'seq', seq, 'at', ${instant('at')}, 'event', event)
  from application_line order by application_id, seq`

const tellFeedbackAgain = `
  insert into outbox (topic, key, body)
  select $1, feedback_id, jsonb_build_object('feedbackId', feedback_id, 'seq', seq, 'at', ${instant('at')}, 'event', event)
  from feedback_line order by feedback_id, seq`

const tellFindingsAgain = `
  insert into outbox (topic, key, body)
  select $1, finding_id, jsonb_build_object('findingId', finding_id, 'seq', seq, 'at', ${instant('at')}, 'event', event)
  from finding_line order by finding_id, seq`

/** Tells every application, feedback and finding again, for a Kafka that was wiped. Gives how many lines. */
export const reAnnounce = async (db: Tx): Promise<number> => {
  const applications = await db.query(tellAgain, [applicationTopic.name])
  const feedback = await db.query(tellFeedbackAgain, [feedbackTopic.name])
  const findings = await db.query(tellFindingsAgain, [findingTopic.name])
  return [applications, feedback, findings].reduce((lines, { rowCount }) => lines + (rowCount ?? 0), 0)
}
