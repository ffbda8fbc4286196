import { applicationTopic } from '@dossier/contracts/application'
import type { Tx } from '@dossier/platform/postgres'

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The same lines with the same numbers: who has heard one counts it once, who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, id, body from (
    select id, 1 as seq, jsonb_build_object('applicationId', id, 'seq', 1, 'at', ${instant('submitted_at')},
      'event', jsonb_build_object('type', 'ApplicationSubmitted', 'procedureVersion', procedure_version,
        'channel', channel, 'receivingDesk', receiving_desk, 'submittedAt', ${instant('submitted_at')},
        'applicant', applicant, 'complete', complete_at_first)) as body
    from application
    union all
    select application_id, m.seq, jsonb_build_object('applicationId', application_id, 'seq', m.seq,
      'at', ${instant('m.at')}, 'event', jsonb_build_object('type', 'ApplicationAmended', 'complete', m.complete))
    from amendment m
  ) as told order by id, seq`

/** Tells every application again, for a Kafka that was wiped. Gives how many lines. */
export const reAnnounce = async (db: Tx): Promise<number> =>
  (await db.query(tellAgain, [applicationTopic.name])).rowCount ?? 0
