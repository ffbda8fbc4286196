import type { DossierId } from '@dossier/contracts/dossier-id'
import { type ParcelEvent, parcelTopic } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { currentRequest } from '@dossier/platform/context'
import { announce } from '@dossier/platform/outbox'
import type { Tx } from '@dossier/platform/postgres'

const next = `
  with moved as (update dossier set seq = seq + 1 where id = $1 returning seq)
  insert into line (dossier_id, seq, at, happened_at, event) select $1, seq, $2, $3, $4 from moved returning seq`

export type Told = { event: ParcelEvent; at: Instant; happenedAt?: Instant }

/** Adds a line about a locked dossier and tells it. `happenedAt` where it is known only now; else it happened at `at`. */
export const tell = async (tx: Tx, dossierId: DossierId, { event, at, happenedAt = at }: Told): Promise<void> => {
  const [line] = (await tx.query<{ seq: number }>(next, [dossierId, at, happenedAt, JSON.stringify(event)])).rows
  if (line === undefined)
    throw new Error(`Dossier ${dossierId} is not known here, and ${event.type} was to be told of it`)
  const requestId = currentRequest()?.requestId
  await announce(tx, parcelTopic, {
    dossierId,
    seq: line.seq,
    at,
    happenedAt,
    event,
    ...(requestId !== undefined && { requestId }),
  })
}
