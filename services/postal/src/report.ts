import { ParcelMessage } from '@dossier/contracts/parcel'
import type { PostalReport } from '@dossier/contracts/postal-report'
import { momentOn } from '@dossier/domain/calendar'
import { type Period, postalReport } from '@dossier/domain/postal-report'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import * as z from 'zod'

// Only dossiers that have something to do with the period: the years before it are not read again.
const lines = `
  with touched as (
    select dossier_id from line where happened_at >= $1 and happened_at < $2
    union
    select dossier_id from parcel where posted_at < $2 and (closed_at is null or closed_at >= $1)
    union
    select dossier_id from complaint where received_at < $2 and (answered_at is null or answered_at >= $1)
  )
  select dossier_id as "dossierId", seq, at, happened_at as "happenedAt", event from line
  where dossier_id in (select dossier_id from touched) and happened_at < $2 order by dossier_id, seq`
/** The report of a period, recounted from the record now. */
export const reportOf = async (db: Pool, clock: Clock, period: Period): Promise<PostalReport> => {
  const within = [momentOn(period.from, '00:00'), momentOn(period.to, '00:00')]
  const told = z.array(ParcelMessage).parse((await db.query(lines, within)).rows)
  return postalReport({ lines: told, asOf: clock.now() }, period)
}
