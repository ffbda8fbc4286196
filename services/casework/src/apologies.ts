import { LateAgency, LatenessReason } from '@dossier/contracts/apology-events'
import { ApologyCause } from '@dossier/contracts/delivery-events'
import { DossierId } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { Due, Instant } from '@dossier/contracts/time'
import { escalationOf } from '@dossier/domain/apology-moments'
import { type Dossier, standingDraft } from '@dossier/domain/dossier'
import { answerable, type StandingWrong, standingWrongs, wrongEscalation } from '@dossier/domain/wrongs'
import type { Pool } from 'pg'
import * as z from 'zod'
import { folded } from './record.ts'

/** One apology on a leader's desk: what signing it as drafted would say, and how little time is left. */
export const ApologyRow = z
  .object({
    id: DossierId,
    /** With If-Match, what is signed is what was seen. */
    version: z.int(),
    code: z.string().nullable(),
    procedure: z.string(),
    receivingDesk: z.string(),
    holder: z.string(),
    stage: z.string().nullable(),
    due: Due,
    by: Instant,
    /** Signed now it would be late, and is still owed. */
    isTooLate: z.boolean(),
    reason: LatenessReason,
    lateBy: z.array(LateAgency),
    /** When it ends if every agency takes its whole limit; by the due date it may still be kept without a letter. */
    foreseen: Due.nullable(),
    /** The new date; null where the leader must name one. */
    appointment: Due.nullable(),
    draftedAt: Instant,
    /** How many leaders above the usual ones have heard that it is unsigned. */
    escalation: z.int(),
  })
  .meta({ id: 'ApologyRow' })
export type ApologyRow = z.infer<typeof ApologyRow>

/** An apology for a loss, a damage or an error on a leader's desk; signed with `Apologise` and its cause, the oldest first. */
export const WrongApologyRow = z
  .object({
    id: DossierId,
    version: z.int(),
    code: z.string().nullable(),
    procedure: z.string(),
    receivingDesk: z.string(),
    /** The agency whose leader apologises. */
    answerable: z.string(),
    /** Which of the dossier's wrongs it is for, counted from 1. */
    wrong: z.int(),
    cause: ApologyCause,
    since: Instant,
    by: Instant,
    isTooLate: z.boolean(),
    draftedAt: Instant,
    escalation: z.int(),
  })
  .meta({ id: 'WrongApologyRow' })
export type WrongApologyRow = z.infer<typeof WrongApologyRow>

const asked = `
  select id, version, body, fold, apology_by as by, count(*) over ()::int as waiting
  from dossier where apology_by is not null and apology_to @> array[$1] order by apology_by, id limit $2`

type Row = { id: DossierId; version: number; body: Dossier; fold: number; by: string; waiting: number }
type Question = { organisation: OrganisationCode; limit: number; now: string }

/** The drafts an organisation's leader is asked to sign, and how many there are in all. */
export const readApologies = async (db: Pool, { organisation, limit, now }: Question) => {
  const { rows: found } = await db.query<Row>(asked, [organisation, limit])
  const rows: ApologyRow[] = []
  const wrongs: WrongApologyRow[] = []
  for (const { id, version, by: first, ...row } of found) {
    const dossier = await folded(db, id, row)
    const draft = standingDraft(dossier)
    // The row keeps the earliest moment of all that wait.
    const by = standingWrongs(dossier).length === 0 ? first : (draft?.by ?? first)
    if (draft !== null) rows.push({ id, version, ...rowOf(dossier, draft), by, isTooLate: now > by })
    for (const one of standingWrongs(dossier)) wrongs.push({ id, version, ...wrongRowOf(dossier, one, now) })
  }
  return { rows, wrongs, waiting: found[0]?.waiting ?? 0 }
}

const rowOf = (dossier: Dossier, draft: NonNullable<Dossier['apologyDraft']>) => {
  const { code, procedure, receivingDesk, holder, place, count } = dossier
  const stage = place === null ? null : (count?.stages[place.index]?.id ?? null)
  return { code, procedure, receivingDesk, holder, stage, ...draft, escalation: escalationOf(dossier) }
}

const wrongRowOf = (dossier: Dossier, { nth, cause, since, by, draftedAt }: StandingWrong, now: string) => {
  const { code, procedure, receivingDesk } = dossier
  const of = { code, procedure, receivingDesk, answerable: answerable(dossier), wrong: nth, cause, since }
  return { ...of, by, isTooLate: now > by, draftedAt, escalation: wrongEscalation(dossier, nth) }
}
