import { type Caller, personOf } from '@dossier/contracts/actor'
import { type FeedbackDues, type FeedbackEvent, FeedbackId, type GivenFeedback } from '@dossier/contracts/feedback'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { feedbackDues, type FeedbackLimits } from '@dossier/domain/feedback-limits'
import { waysFor } from '@dossier/domain/law'
import { successorsOf } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { common, intakeProblem } from '../problems.ts'
import type { Published } from '../published.ts'
import { newReference } from '../reference.ts'
import { atDesk, mandatesOf, nameOf } from '../who-may.ts'
import { appendLine, type By, insertFeedback } from './record.ts'

export type FeedbackDeps = { clock: Clock; published: Published; limits: FeedbackLimits }
/** What the giver is told: how to ask for it, and by when to expect what. */
export type Given = { reference: string; receivedAt: Instant; dues: FeedbackDues }

/**
 * Takes feedback in, from a citizen, from anybody, or from an officer who writes down what somebody says at the desk. Whether
 * there is a dossier under the code it names nobody is told.
 */
export const makeGive =
  ({ clock, published, limits }: FeedbackDeps) =>
  async (tx: Tx, caller: Caller | undefined, given: GivenFeedback): Promise<Given> => {
    const now = clock.now()
    const day = dayOf(now)
    const by = giverOf(caller, now, published)
    const agency = inOffice(given.agency, now, published)
    const { register, matter, procedure, dossierCode, officers, contact, words } = given
    if (procedure !== undefined && published.versionOn(procedure, day) === undefined)
      throw intakeProblem('unknown-procedure')
    const dossier = dossierCode === undefined ? undefined : await dossierBy(tx, dossierCode)
    const calendar = published.calendarOn(day)
    const dues =
      calendar === undefined
        ? {}
        : feedbackDues(
            now,
            limits[register],
            waysFor(agency, now, { calendar, organisations: published.organisations() }),
          )
    const event: FeedbackEvent = {
      type: 'FeedbackReceived',
      register,
      agency,
      // Of a complaint or a denunciation no more is told: matter and dossier would point at who gave it.
      ...(register === 'feedback' && {
        matter,
        ...(procedure !== undefined && { procedure }),
        ...(dossier !== undefined && { dossier }),
      }),
      dues,
      ...(calendar !== undefined && { calendar: calendar.version }),
    }
    const id = FeedbackId.parse(uuidv7())
    const reference = newReference('PA', day)
    await insertFeedback(tx, {
      id,
      reference,
      register,
      agency,
      receivedAt: now,
      giver: caller?.kind === 'citizen' ? caller.subject : null,
      takenBy: caller?.kind === 'officer' ? caller.subject : null,
      contact: reachedBy(contact),
      words,
      procedure: procedure ?? null,
      dossierCode: dossierCode ?? null,
      dossierId: dossier ?? null,
      complainedOf: officers,
    })
    await appendLine(tx, { id, standing: undefined, seq: 0, matter }, { event, at: now, by })
    return { reference, receivedAt: now, dues }
  }

const reachedBy = (contact: GivenFeedback['contact']): Record<string, string> =>
  Object.fromEntries(Object.entries(contact).flatMap(([by, text]) => (text === undefined ? [] : [[by, text]])))

const giverOf = (caller: Caller | undefined, now: Instant, published: Published): By => {
  if (caller === undefined) return { person: 'anybody', mandate: null }
  if (caller.kind === 'citizen') return { person: caller.subject, mandate: null }
  const mandate = mandatesOf(caller, dayOf(now), published).find(({ role }) => atDesk.includes(role))
  if (mandate === undefined) throw common('not-permitted')
  return { person: personOf(caller.subject), mandate: nameOf(mandate) }
}

const inOffice = (agency: OrganisationCode, now: Instant, published: Published): OrganisationCode => {
  const [one, ...others] = successorsOf(published.organisations(), agency, dayOf(now))
  if (one === undefined || others.length > 0) throw intakeProblem('unknown-agency')
  return one
}

const byCode = `select dossier_id as id from progress where axes ->> 'code' = $1`
const dossierBy = async (tx: Tx, code: string): Promise<DossierId | undefined> =>
  (await tx.query<{ id: DossierId }>(byCode, [code])).rows[0]?.id
