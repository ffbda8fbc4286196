import { type Caller } from '@dossier/contracts/actor'
import { Fault } from '@dossier/contracts/parcel'
import { commonProblems } from '@dossier/contracts/problem'
import { Instant } from '@dossier/contracts/time'
import { attemptReasons, scanSteps } from '@dossier/domain/parcel-story'
import { parseS10 } from '@dossier/domain/s10'
import { postalRefusals } from '@dossier/domain/postal-refusals'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import * as z from 'zod'
import { type Acting, actingFor, type Who } from '../acting.ts'
import { lockDossier } from '../dossier-lock.ts'
import { openIncident } from '../incidents.ts'
import type { Promising } from '../promise.ts'
import { words } from '../words.ts'
import { type Parcel, readParcel } from './parcel.ts'
import { countScan, keepScan, type NewScan, refusalOf } from './record-scan.ts'
import { keepUnread } from './unread-scan.ts'

/** What a scan says besides its step; which members it needs depends on that. */
export const ScanDetail = z.strictObject({
  papers: z.int().min(0).max(9999).optional(),
  reason: z.enum(attemptReasons).optional(),
  invited: z.boolean().optional(),
  to: z.enum(['applicant', 'representative']).optional(),
  identityChecked: z.boolean().optional(),
  authorisationShown: z.boolean().optional(),
  signed: z.boolean().optional(),
  fault: Fault.optional(),
  decision: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}./-]{0,60}$/u)
    .optional(),
})

// No clock of a scanner that can be set to rights shows a time outside.
const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2200, 0)]

/** One scan of a courier who may have been offline; `id` is the scanner's own and the same however often it is sent. */
export const ScanRow = z
  .strictObject({
    // The service's own steps have ids too: a scanner that used theirs would stop the post office for a day.
    id: z.string().regex(/^(?!(slip|record|manifest|step|unread):)[A-Za-z0-9][A-Za-z0-9:._-]{3,80}$/),
    parcel: words(40),
    step: z.enum(scanSteps),
    happenedAt: z.iso
      .datetime({ offset: true })
      .refine((at) => Date.parse(at) >= earliest && Date.parse(at) < latest)
      .transform((at) => Instant.parse(new Date(at).toISOString())),
    corrects: words(80).optional(),
    detail: ScanDetail.default({}),
  })
  .meta({ id: 'Scan' })
export type ScanRow = z.infer<typeof ScanRow>

/** What became of one: counted now, counted or refused before, refused now. */
export const ScanAnswer = z
  .object({
    id: z.string(),
    outcome: z.enum(['counted', 'refused', 'known']),
    code: z.string().optional(),
    vi: z.string().optional(),
    en: z.string().optional(),
  })
  .meta({ id: 'ScanAnswer' })
export type ScanAnswer = z.infer<typeof ScanAnswer>

const waiting = `
  select id, step, happened_at as "happenedAt", recorded_at as "recordedAt", scanned_by as by, office, detail, corrects
  from scan
  where parcel = $1
    and (refusal in ('not-posted', 'unknown-scan', 'not-permitted') or ($2 and refusal = 'parcel-closed' and step <> 'lost'))
  order by happened_at, id`
const before = `
  select id, parcel, step, happened_at as "happenedAt", recorded_at as "recordedAt", refusal from scan where id = $1`

/** Told of what should not go wrong. */
type Report = (err: unknown) => void
export type Scanning = Who & Promising & { db: Pool; toleranceMs: number }

/**
 * Takes scans in whatever order and however often they come: each once, by its own id, those of a batch in the order in which
 * they happened. One that cannot be is refused with a code and kept for people; it keeps back no other.
 */
export const makeTakeScans =
  (deps: Scanning) =>
  async (caller: Caller, sent: readonly unknown[], report: Report): Promise<ScanAnswer[]> => {
    const { published } = deps
    const acting = actingFor(deps, caller, 'Scan', (organisation) =>
      published.organisations().rows.get(organisation)?.function === 'post' ? ['post'] : [],
    )
    const read = sent.map((one) => ({ one, row: ScanRow.safeParse(one).data }))
    const rows = read.flatMap(({ row }) => (row === undefined ? [] : [row]))
    const counted = new Map<string, ScanAnswer>()
    for (const row of rows.toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : Number(a.happenedAt > b.happenedAt))))
      if (!counted.has(row.id)) counted.set(row.id, await takeScan(deps, acting, row, report))
    const answers: ScanAnswer[] = []
    for (const { one, row } of read) answers.push(counted.get(row?.id ?? '') ?? (await refuseUnread(deps, acting, one)))
    return answers
  }

/** Takes one scan, in a transaction of its own: whatever goes wrong with it, the others of its batch count. */
const takeScan = async (deps: Scanning, acting: Acting, row: ScanRow, report: Report): Promise<ScanAnswer> => {
  try {
    return await inTransaction(deps.db, (tx) => takeScanIn(tx, acting, row, deps))
  } catch (err) {
    report(err)
    const { id, parcel: text, corrects = null, ...seen } = row
    const scan = { ...seen, id, corrects, by: acting.person, office: acting.organisation }
    const kept = { now: deps.clock.now(), refusal: 'scan-failed' }
    await inTransaction(deps.db, (tx) => keepScan(tx, codeIn(text), scan, kept))
    return answered(id, 'scan-failed')
  }
}

const refuseUnread = async (deps: Scanning, acting: Acting, sent: unknown): Promise<ScanAnswer> => {
  const { id, isNew } = await inTransaction(deps.db, (tx) => keepUnread(tx, acting, sent, deps.clock.now()))
  return answered(id, 'scan-unreadable', isNew ? undefined : 'known')
}

const codeIn = (text: string): string => {
  const read = parseS10(text)
  return read.is === 'item' ? read.item.code : text
}

type Known = { refusal: string | null; parcel: string; step: string; happenedAt: string; recordedAt: string }
type Judging = Who & Promising & { toleranceMs: number }

/** The same within a transaction that has written nothing yet. */
export const takeScanIn = async (tx: Tx, acting: Acting, row: ScanRow, deps: Judging): Promise<ScanAnswer> => {
  const now = deps.clock.now()
  const read = parseS10(row.parcel)
  const code = codeIn(row.parcel)
  const known = await lockedAndKnown(tx, row.id, code)
  const isSame = known?.parcel === code && known.step === row.step && known.happenedAt === row.happenedAt
  if (isSame && known.refusal === null) return answered(row.id, null, 'known')
  const scan: NewScan = {
    id: known === undefined || isSame ? row.id : `${row.id}~${row.step}~${row.happenedAt}`,
    step: row.step,
    happenedAt: row.happenedAt,
    by: acting.person,
    office: acting.organisation,
    detail: row.detail,
    corrects: row.corrects ?? null,
    ...(isSame && { recordedAt: known.recordedAt }),
  }
  const refuse = async (refusal: string) => {
    await keepScan(tx, code, scan, { now, refusal })
    return isSame ? answered(row.id, refusal, 'known') : answered(row.id, refusal)
  }
  if (known !== undefined && !isSame) return refuse('scan-id-taken')
  if (read.is === 'refused') return { ...(await refuse(read.problem.code)), vi: read.problem.vi, en: read.problem.en }
  const parcel = await readParcel(tx, code)
  if (parcel === undefined) return refuse('parcel-unknown')
  if (Date.parse(row.happenedAt) > Date.parse(now) + deps.toleranceMs) return refuse('scan-from-the-future')
  if (parcel.state === 'unpacked') return refuse('parcel-closed')
  const refusal = await refusalOf(tx, parcel, scan, { ...deps, now })
  if (refusal === null) {
    const moved = await countScan(tx, parcel, scan, { ...deps, now, isKept: isSame })
    await countWaiting(tx, moved, { ...deps, now, isFound: row.step === 'found' })
    return { id: row.id, outcome: 'counted' }
  }
  const { dossierId, sender: at } = parcel
  if (refusal === 'count-differs')
    await openIncident(tx, { dossierId, what: 'count-differs', cause: `scan:${row.id}`, parcel: code, at }, now)
  if (row.step === 'delivered') await deliveredAfterLoss(tx, parcel, { scan, now })
  return refuse(refusal)
}

/** A parcel that was declared lost and is told to have been delivered, before or after: both cannot be so, and people must look. */
const deliveredAfterLoss = async (
  tx: Tx,
  { dossierId, code, sender, state }: Parcel,
  { scan, now }: { scan: NewScan; now: Instant },
): Promise<void> => {
  if (state !== 'lost') return
  const [cause, also] = [`after-loss:${scan.id}`, [scan.office]]
  await openIncident(tx, { dossierId, what: 'delivered-after-loss', cause, parcel: code, at: sender, also }, now)
}

const lockedAndKnown = async (tx: Tx, id: string, code: string): Promise<Known | undefined> => {
  const parcel = await readParcel(tx, code)
  await lockDossier(tx, parcel?.dossierId ?? `scan:${id}`)
  return (await tx.query<Known>(before, [id])).rows[0]
}

/** Scans that came before the one they follow, or were told of what was thought lost: they may count now. */
const countWaiting = async (
  tx: Tx,
  parcel: Parcel,
  { isFound, ...deps }: Promising & { now: Instant; isFound: boolean },
): Promise<void> => {
  let here = parcel
  for (const scan of (await tx.query<NewScan>(waiting, [parcel.code, isFound])).rows)
    if ((await refusalOf(tx, here, scan, deps)) === null)
      here = await countScan(tx, here, scan, { ...deps, isKept: true })
}

const sentences: Record<string, { vi: string; en: string } | undefined> = {
  ...commonProblems,
  ...postalRefusals,
  'scan-unreadable': {
    vi: 'Không đọc được lần quét này; đã giữ lại để người xem xét.',
    en: 'This cannot be read as a scan: it is kept for people to look at.',
  },
  'scan-failed': {
    vi: 'Chưa ghi nhận được lần quét này; đã giữ lại để người xem xét.',
    en: 'This scan could not be taken in: it is kept for people to look at, and may be sent again.',
  },
  'scan-id-taken': {
    vi: 'Mã lần quét này đã dùng cho một lần quét khác.',
    en: 'Another scan was sent under this id.',
  },
}

const answered = (id: string, refusal: string | null, known?: 'known'): ScanAnswer => {
  if (refusal === null) return { id, outcome: known ?? 'counted' }
  const said = sentences[refusal]
  return { id, outcome: known ?? 'refused', code: refusal, ...(said !== undefined && { vi: said.vi, en: said.en }) }
}
