import type { Caller } from '@dossier/contracts/actor'
import type { Amendment, CompletenessCheck } from '@dossier/contracts/application'
import type { Axes } from '@dossier/contracts/dossier'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import { takeUploads } from '../files/uploads.ts'
import type { ValidateForm } from '../form-validation.ts'
import { common, intakeProblem, refusal } from '../problems.ts'
import { readProgress } from '../progress.ts'
import type { Published } from '../published.ts'
import { deskMandate } from '../who-may.ts'
import { type Application, announceApplication, lockApplication, papersOf } from './application.ts'
import { check, type Checked, wantedUploads } from './check.ts'
import { takePayments } from './payments.ts'

type Deps = { clock: Clock; published: Published; validateForm: ValidateForm }

const update = `
  update application set (form, components, paid, defects, complete, seq) = ($2, $3, $4, $5, $6, $7) where id = $1`
const entered = `select from amendment where application_id = $1 and body ->> 'handoverRecord' = $2`
const keep = `
  insert into amendment (application_id, seq, at, brought_by, body, complete) values ($1, $2, $3, $4, $5, $6)`

/**
 * Adds what was missing to an application and announces it, in the transaction of `tx`; both the papers brought now and the
 * whole are kept. Judged by the version and the tariff of the day it was handed in.
 */
export const makeAmend =
  ({ clock, published, validateForm }: Deps) =>
  async (
    tx: Tx,
    caller: Caller,
    { id, amendment }: { id: string; amendment: Amendment },
  ): Promise<CompletenessCheck> => {
    const now = clock.now()
    const before = await lockApplication(tx, id)
    if (before === undefined) throw common('not-found')
    const via = bringer(caller, before, dayOf(now), published)
    refuseLate({ via, onlyPays: paysOnly(amendment) }, (await readProgress(tx, id))?.state)
    const version = published.version(before.procedureVersion)
    if (version === undefined) throw common('unavailable')

    const { components, payments, handoverRecord, form = before.form } = amendment
    await refuseRecord(tx, { id, handoverRecord })
    const { counts, applicant, submittedAt } = before
    const bringing = { version, day: dayOf(submittedAt), form, components, payments, counts, via }
    const checked = await check(tx, validateForm, { ...bringing, by: caller.subject, payer: applicant, before })
    if (checked.mistakes.length > 0) throw intakeProblem('contradicts-procedure', checked.mistakes)

    const seq = before.seq + 1
    const complete = await write(tx, { id, seq, form, checked })
    await tx.query(keep, [id, seq, now, caller.subject, JSON.stringify(amendment), complete])
    const wanted = wantedUploads(components)
    const uploads = { applicationId: id, uploadedBy: caller.subject, wanted }
    if (!(await takeUploads(tx, uploads))) throw intakeProblem('upload-taken')
    await takePayments(tx, id, payments)
    const papers = papersOf(components)
    await announceApplication(tx, {
      applicationId: before.id,
      seq,
      at: now,
      event: {
        type: 'ApplicationAmended',
        complete,
        ...(papers.length > 0 && { papers }),
        ...(handoverRecord !== undefined && { handoverRecord }),
      },
    })
    return { complete, procedureVersion: version.id, defects: checked.missing }
  }

type Written = { id: string; seq: number; form: object; checked: Checked }
const write = async (tx: Tx, { id, seq, form, checked: { components, paid, missing } }: Written): Promise<boolean> => {
  const complete = missing.length === 0
  const texts = [form, components, paid, missing].map((body) => JSON.stringify(body))
  await tx.query(update, [id, ...texts, complete, seq])
  return complete
}

/** The applicant online, or an officer at the receiving desk; to everybody else there is no such application. */
const bringer = (caller: Caller, application: Application, day: Day, published: Published): 'online' | 'desk' => {
  const { applicant, receivingDesk: desk } = application
  if (caller.kind === 'citizen' && caller.subject === applicant) return 'online'
  if (caller.kind === 'officer' && deskMandate(caller, { desk, day, published }) !== undefined) return 'desk'
  throw common('not-found')
}

type Named = { id: string; handoverRecord: string | undefined }
/** What came by post is entered once. */
const refuseRecord = async (tx: Tx, { id, handoverRecord }: Named): Promise<void> => {
  if (handoverRecord === undefined) return
  if ((await tx.query(entered, [id, handoverRecord])).rowCount !== 0) throw intakeProblem('collected-taken')
}

/**
 * A citizen adds papers before acceptance or when asked for them; a desk whenever the dossier lives, for what intake has
 * heard may be old while Kafka is down. Fees that are due at return are paid when the result is there (NĐ 61/2018 art. 20, 22).
 */
const refuseLate = ({ via, onlyPays }: { via: 'online' | 'desk'; onlyPays: boolean }, state?: Axes['state']) => {
  switch (state) {
    case undefined:
    case 'submitted':
    case 'completion-requested':
    case 'supplement-requested':
      return
    case 'accepted':
    case 'in-progress':
    case 'obligation-requested':
      if (via === 'online') throw refusal('not-possible-now', state)
      return
    case 'completed':
      if (!onlyPays) throw refusal('not-possible-now', state)
      return
    case 'returned':
    case 'not-accepted':
    case 'withdrawn':
    case 'stopped':
      throw refusal('not-possible-now', state)
  }
}

const paysOnly = ({ form, components, payments }: Amendment): boolean =>
  form === undefined && Object.keys(components).length === 0 && Object.keys(payments).length > 0
