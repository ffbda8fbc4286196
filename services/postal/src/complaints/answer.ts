import type { Caller } from '@dossier/contracts/actor'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due } from '@dossier/contracts/time'
import { answeredInTime } from '@dossier/domain/postal-complaints'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { lockDossier } from '../dossier-lock.ts'
import { scansOf } from '../parcels/parcel.ts'
import { common, postalProblem } from '../problems.ts'
import { tell } from '../tell.ts'
import { paragraphs } from '../words.ts'

/** How a complaint is answered: whether it was right, and in which words. */
export const ComplaintAnswer = z
  .strictObject({ upheld: z.boolean(), answer: paragraphs(5000) })
  .meta({ id: 'ComplaintAnswer' })
export type ComplaintAnswer = z.infer<typeof ComplaintAnswer>

const find = 'select dossier_id as "dossierId" from complaint where id = $1'
const read = `
  select dossier_id as "dossierId", parcel, office, answer_by as "answerBy", answered_at is not null as "isAnswered"
  from complaint where id = $1`
const answered = `
  update complaint set (answered_at, answered_by, upheld, answer) = ($2, $3, $4, $5) where id = $1 and answered_at is null`

type Open = { dossierId: DossierId; parcel: string; office: OrganisationCode; answerBy: Due; isAnswered: boolean }

/** Answers a complaint, once, by somebody who did not carry the parcel: late too, and then it is said that it is late. */
export const makeAnswerComplaint =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { id, given }: { id: string; given: ComplaintAnswer },
  ): Promise<{ complaint: string; inTime: boolean }> => {
    const now = deps.clock.now()
    const [known] = (await tx.query<{ dossierId: string }>(find, [id])).rows
    if (known === undefined) throw common('not-found')
    await lockDossier(tx, known.dossierId)
    const [open] = (await tx.query<Open>(read, [id])).rows
    if (open === undefined) throw common('not-found')
    const acting = actingFor(deps, caller, 'AnswerComplaint', (organisation) =>
      deps.published.organisations().rows.get(organisation)?.function === 'post' ? ['post'] : [],
    )
    if (open.isAnswered) throw postalProblem('complaint-answered', { about: id })
    const carriers = (await scansOf(tx, open.parcel)).map(({ by }) => by)
    if (carriers.includes(acting.person)) throw postalProblem('answerer-complained-of')
    await tx.query(answered, [id, now, acting.person, given.upheld, given.answer])
    const inTime = answeredInTime(open.answerBy, now)
    const event = {
      type: 'ComplaintAnswered' as const,
      complaint: id,
      parcel: open.parcel,
      upheld: given.upheld,
      inTime,
    }
    await tell(tx, open.dossierId, { event, at: now })
    return { complaint: id, inTime }
  }
