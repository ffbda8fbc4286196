import type { Payment } from '@dossier/contracts/application'
import type { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import { dayOf } from '@dossier/domain/calendar'
import { feesDue } from '@dossier/domain/fees'
import type { Tx } from '@dossier/platform/postgres'
import type { Published } from '../published.ts'
import { type Application, readApplication } from './application.ts'

const proofs = `
  select payments as declared from application where id = $1
  union all select coalesce(body -> 'payments', '{}') from amendment where application_id = $1`

/** What letters say of an application; undefined where there is none. */
export const onPaper = async (db: Tx, published: Published, id: string): Promise<ApplicationOnPaper | undefined> => {
  const application = await readApplication(db, id)
  if (application === undefined) return undefined
  const { rows } = await db.query<{ declared: Record<string, Payment> }>(proofs, [id])
  const receipts = new Map(
    rows.flatMap(({ declared }) => Object.entries(declared).map(([fee, one]) => [fee, one.proof])),
  )
  return {
    applicationId: application.id,
    applicant: applicantIn(application.form),
    papers: Object.entries(application.components).map(
      ([component, { originals, certifiedCopies, copies, uploads }]) => ({
        component,
        originals,
        certifiedCopies,
        copies: copies + uploads.length, // a file sent is a copy
      }),
    ),
    returnBy: application.returnBy,
    fees: feesOf(application, published).map(({ id: fee, name, amount }) => ({
      name,
      amount,
      receipt: (application.paid[fee] ?? 0) >= amount ? (receipts.get(fee) ?? null) : null,
    })),
  }
}

/** What is counted by papers nobody has counted has no amount yet, and does not stand on a slip. */
const feesOf = ({ procedureVersion, channel, submittedAt, counts }: Application, published: Published) => {
  const version = published.version(procedureVersion)
  const due = version === undefined ? [] : feesDue(version, channel, dayOf(submittedAt), counts)
  return due.flatMap(({ id, name, amount }) => (amount === null ? [] : [{ id, name, amount }]))
}

/** Forms of all procedures name the applicant alike; what is missing of them in an unfinished form stays so. */
const applicantIn = (form: Application['form']): ApplicationOnPaper['applicant'] => {
  const applicant = Object(form['applicant'])
  const { line, commune, district, province } = Object(applicant.address)
  const address = [line, commune, district, province].flatMap((part) => textOr(part) ?? []).join(', ')
  return {
    name: textOr(applicant.fullName),
    address: address === '' ? null : address,
    phone: textOr(applicant.phone),
    email: textOr(applicant.email),
  }
}

const textOr = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
