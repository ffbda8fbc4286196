import { type Invariant, type Offender, together } from '../invariant.ts'
import type { Owner } from '../snapshot.ts'

/** Where ids, codes and dates alone may stand. What people wrote and who they are stays in its owners’ own tables. */
const places: readonly { owner: Owner; what: string; rows: string }[] = [
  ...(['casework', 'intake', 'postal', 'notifications'] as const).flatMap((owner) => [
    {
      owner,
      what: `outbox of ${owner}`,
      rows: `select topic || ' ' || key as id, case when topic = 'casework.dossier.v1' then '' else body::text end || headers::text as text from outbox`,
    },
    { owner, what: `parked at ${owner}`, rows: `select consumer || ' ' || key as id, body::text as text from parked` },
    {
      owner,
      what: `dead letter of ${owner}`,
      rows: `select consumer || ' ' || id as id, reason || coalesce(encode(value, 'escape'), '') as text from dead_letter`,
    },
  ]),
  { owner: 'casework', what: 'asked for by key', rows: `select dossier_id::text as id, key as text from command` },
  {
    owner: 'postal',
    what: 'line of a parcel',
    rows: `select dossier_id || ' ' || seq as id, event::text as text from line`,
  },
  { owner: 'notifications', what: 'notice', rows: `select id::text, facts::text as text from notice` },
]
const search = (rows: string) => `select id from (${rows}) as row where text ~ $1 limit 100`

export const canaries: Invariant = {
  name: 'canaries',
  vi: 'Danh tính mẫu được cài vào không xuất hiện ở nhật ký, chủ đề Kafka, quy trình, chỉ số hay dấu vết nào.',
  en: 'Planted identities appear in no record, outbox, log, topic, story, metric or trace.',
  source: 'Luật 91/2025; docs: personal data stays in the owning service’s tables',
  look: async ({ snapshot, canaries: planted, elsewhere, records }) => {
    if (planted.length === 0) return { examined: 0, offenders: [] }
    const pattern = planted.map(quoted).join('|')
    const looks = await Promise.all(
      places.map(async ({ owner, what, rows }) => {
        const found = await snapshot.ask<{ id: string }>(owner, search(rows), [pattern])
        return {
          examined: 1,
          offenders: found.map(({ id }): Offender => ({ id, why: `a planted identity stands in it (${what})` })),
        }
      }),
    )
    // What the ledger tells is its record, word for word: that was read line by line.
    const inRecords = { examined: records.lines, offenders: records.found.leaks }
    return together(inRecords, ...looks, await elsewhere())
  },
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
