import { letterTopic } from '@dossier/contracts/letter'
import type { Tx } from '@dossier/platform/postgres'

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The same lines with the same numbers: who has heard one counts it once, who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, dossier_id, jsonb_build_object('dossierId', dossier_id, 'seq', place, 'at', ${instant('told_at')}, 'event', event)
  from (
    select dossier_id, place, issued_at as told_at, jsonb_strip_nulls(jsonb_build_object('type', 'LetterIssued', 'letter', id,
      'kind', kind, 'form', form, 'number', number || '/' || year, 'of', seq, 'sha256', sha256, 'pages', pages, 'signed', true)) as event
    from letter where state = 'issued'
    union all
    select dossier_id, sent_place, sent_at, jsonb_build_object('type', 'LetterSent', 'letter', id, 'kind', kind, 'of', seq,
      'sentAt', ${instant('sent_at')})
    from letter where sent_place is not null
  ) lines
  order by dossier_id, place`

/** Tells every line about letters again, for a Kafka that was wiped. Gives how many. */
export const reAnnounce = async (db: Tx): Promise<number> =>
  (await db.query(tellAgain, [letterTopic.name])).rowCount ?? 0
