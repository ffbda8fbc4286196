import { parcelTopic } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The same lines with the same numbers: who has heard one counts it once, who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, dossier_id, jsonb_build_object('dossierId', dossier_id, 'seq', seq, 'at', ${instant('at')},
    'happenedAt', ${instant('happened_at')}, 'event', event)
  from line order by dossier_id, seq`

/** Tells every line about parcels and papers again, for a Kafka that was wiped. Gives how many. */
export const reAnnounce = async (db: Tx): Promise<number> =>
  (await db.query(tellAgain, [parcelTopic.name])).rowCount ?? 0
