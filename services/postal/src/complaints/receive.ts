import type { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { passedAt } from '@dossier/domain/law'
import { complaintAnswerBy, complaintTooLate } from '@dossier/domain/postal-complaints'
import { standingScans } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { calendarFor, dueBy } from '../due-by-calendar.ts'
import { nextNumber } from '../numbers.ts'
import { Contact } from '../parcels/collection.ts'
import { lockParcel, scansOf } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { postalProblem } from '../problems.ts'
import type { Promising } from '../promise.ts'
import { tell } from '../tell.ts'
import { paragraphs } from '../words.ts'

/** What is complained of. */
export const ComplaintAbout = z.enum(['late', 'lost', 'damaged', 'contents', 'postage', 'conduct', 'other'])

/** A complaint as it is written down, at a post office or at the desk. */
export const NewComplaint = z
  .strictObject({
    about: ComplaintAbout,
    words: paragraphs(5000),
    contact: Contact,
  })
  .meta({ id: 'NewComplaint' })
export type NewComplaint = z.infer<typeof NewComplaint>

const insert = `
  insert into complaint (id, dossier_id, parcel, about, office, received_at, received_by, words, contact, answer_by, calendar, silent_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

const lastOffice = async (tx: Tx, code: string) => standingScans(await scansOf(tx, code)).at(-1)?.office

/**
 * Takes a complaint about a parcel in, within six months of the end of its total time, and says by when it is answered
 * (TT 17/2017 art. 8). Throws 409 `complaint-window-ended` with the last day.
 */
export const makeReceiveComplaint =
  (deps: Who & Promising) =>
  async (
    tx: Tx,
    caller: Caller,
    { code, complaint }: { code: string; complaint: NewComplaint },
  ): Promise<{ complaint: string; answerBy: Due }> => {
    const { clock, published, classes } = deps
    const now = clock.now()
    const parcel = await lockParcel(tx, code)
    const acting = actingFor(deps, caller, 'ReceiveComplaint', relationsTo(parcel, deps))
    const { promised, serviceClass, dossierId } = parcel
    if (promised === null) throw postalProblem('not-posted', { about: parcel.code })
    // The post answers, whoever writes the complaint down: the office that has the parcel or had it last.
    const office = OrganisationCode.parse(parcel.office ?? (await lastOffice(tx, parcel.code)) ?? acting.organisation)
    const calendar = calendarFor(published, office, now)
    const last = complaintTooLate(promised.on, now, calendar)
    if (last !== null) throw postalProblem('complaint-window-ended', { about: last })
    const postal = classes.classes.find(({ id }) => id === serviceClass)
    if (postal === undefined) throw new Error(`No postal class ${serviceClass} is published`)
    const answerBy = dueBy(calendar, (by) => complaintAnswerBy(now, postal, by))
    const id = await nextNumber(tx, 'complaint', dayOf(now))
    const { about, words, contact } = complaint
    const said = [about, office, now, acting.person, words, JSON.stringify(contact)]
    const silentAt = passedAt(answerBy)
    await tx.query(insert, [id, dossierId, parcel.code, ...said, JSON.stringify(answerBy), calendar.version, silentAt])
    await tell(tx, dossierId, {
      event: { type: 'ComplaintReceived', complaint: id, parcel: parcel.code, answerBy },
      at: now,
    })
    return { complaint: id, answerBy }
  }
