import type { Caller } from '@dossier/contracts/actor'
import type { CompletenessCheck, Submission, Submitted } from '@dossier/contracts/application'
import { DossierId } from '@dossier/contracts/dossier-id'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { waysFor } from '@dossier/domain/law'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { eraseDraft } from '../drafts/draft.ts'
import { takeUploads } from '../files/uploads.ts'
import type { ValidateForm } from '../form-validation.ts'
import { intakeProblem } from '../problems.ts'
import type { Published } from '../published.ts'
import { newReference } from '../reference.ts'
import {
  type Application,
  announceApplication,
  insertApplication,
  papersOf,
  possibleDuplicates,
  readApplication,
} from './application.ts'
import { type HandedIn, withFeesOf } from './by-post.ts'
import { check, type Checked, wantedUploads } from './check.ts'
import { checkedFrom } from './checked-from.ts'
import { type HandingIn, handingIn, versionFor } from './handing-in.ts'
import { takePayments } from './payments.ts'

type Deps = { clock: Clock; published: Published; validateForm: ValidateForm }

/** Who hands in, for which version, what is wrong: asked by the trial and by the submission itself. */
const judge = async (db: Tx, { published, validateForm }: Deps, { caller, submission, now, registers }: Asked) => {
  const day = dayOf(now)
  const who = handingIn(caller, submission, day, published)
  const version = versionFor(submission, day, published, { registers })
  const { form, components, payments, counts, channel: via } = submission
  const bringing = { version, day, form, components, payments, counts, via, by: who.by, payer: who.applicant }
  return { who, version, checked: await check(db, validateForm, bringing) }
}
type Asked = { caller: Caller; submission: Submission; now: Instant; registers: boolean }

/** Says all that would be wrong, and keeps nothing. */
export const makeTrial =
  (db: Tx, deps: Deps) =>
  async (caller: Caller, submission: Submission): Promise<CompletenessCheck> => {
    const { version, checked } = await judge(db, deps, { caller, submission, now: deps.clock.now(), registers: false })
    const defects = [...checked.mistakes, ...checked.missing]
    return { complete: defects.length === 0, procedureVersion: version.id, defects }
  }

/**
 * Takes an application in and announces it, in the transaction of `tx`. Online it must be complete; at the desk it may lack
 * papers, so that the desk can ask for all of them in its one notice (NĐ 61/2018 art. 17.1a). Received is the moment of
 * the clock, by post the moment desk and courier signed the handover record (QĐ 45/2016 art. 7.4).
 */
export const makeSubmit =
  (deps: Deps) =>
  async (tx: Tx, caller: Caller, { submission: given, collected }: HandedIn): Promise<Submitted> => {
    const { clock, published } = deps
    const now = clock.now()
    const submission = withFeesOf(given, collected)
    const submittedAt = collected?.signedAt ?? now
    const { who, version, checked } = await judge(tx, deps, {
      caller,
      submission,
      now: submittedAt,
      registers: submission.channel === 'desk',
    })
    if (submission.channel === 'post' && collected === undefined) throw intakeProblem('handover-record-missing')
    refuseUnfit(submission, checked)
    const application = applicationOf({ submission, collected, who, checked, submittedAt, version: version.id })
    const { id: applicationId, channel, receivingDesk, applicant, complete, reference, locality } = application
    if (collected !== undefined && (await readApplication(tx, applicationId)) !== undefined)
      throw intakeProblem('collected-taken')
    await insertApplication(tx, application, submission.payments)
    const [calendar, organisations] = [published.calendarOn(dayOf(now)), published.organisations()]
    const wanted = wantedUploads(submission.components)
    if (!(await takeUploads(tx, { applicationId, uploadedBy: who.by, wanted }))) throw intakeProblem('upload-taken')
    await takePayments(tx, applicationId, submission.payments)
    if (caller.kind === 'citizen') await eraseDraft(tx, { owner: caller.subject, procedure: submission.procedure })
    await announceApplication(tx, {
      applicationId,
      seq: application.seq,
      at: now,
      event: {
        type: 'ApplicationSubmitted',
        procedureVersion: version.id,
        channel,
        receivingDesk,
        submittedAt,
        applicant,
        complete,
        ...(locality !== null && { locality }),
        returnBy: application.returnBy,
        papers: papersOf(application.components),
        ...(collected !== undefined && { handoverRecord: collected.record }),
      },
    })
    return {
      applicationId,
      reference,
      procedureVersion: version.id,
      submittedAt,
      incomplete: !complete,
      defects: checked.missing,
      checkedFrom:
        calendar === undefined ? null : checkedFrom(waysFor(receivingDesk, now, { calendar, organisations }), now),
      possibleDuplicates: caller.kind === 'officer' ? await possibleDuplicates(tx, application) : [],
    }
  }

const refuseUnfit = ({ channel }: Submission, { mistakes, missing }: Checked) => {
  const errors = [...mistakes, ...missing]
  if (channel === 'online' && errors.length > 0) throw intakeProblem('incomplete', errors)
  if (mistakes.length > 0) throw intakeProblem('contradicts-procedure', errors)
}

type Taken = HandedIn & { who: HandingIn; checked: Checked; submittedAt: Instant; version: string }
const applicationOf = ({ submission, collected, who, checked, submittedAt, version }: Taken): Application => {
  const { procedure, channel, receivingDesk, form, counts } = submission
  const { by: submittedBy, mandate, applicant } = who
  const { components, paid, missing: defects } = checked
  return {
    id: collected?.dossierId ?? DossierId.parse(uuidv7()),
    reference: channel === 'online' ? newReference('TT', dayOf(submittedAt)) : null,
    procedure,
    procedureVersion: version,
    channel,
    receivingDesk,
    locality: submission.place ?? null,
    submittedAt,
    submittedBy,
    mandate,
    applicant,
    form,
    components,
    counts,
    paid,
    defects,
    complete: defects.length === 0,
    returnBy: collected?.returnBy ?? submission.returnBy,
    handoverRecord: collected?.record ?? null,
    seq: 1,
  }
}
