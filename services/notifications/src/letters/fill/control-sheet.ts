import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import type { PaperContent } from '@dossier/documents/official-papers'
import { verdictOn } from '@dossier/domain/attribution-stages'
import type { RecordLine } from '../told.ts'
import { Unfillable } from '../unfillable.ts'
import { type Filling, headOf, procedureNameOf } from './filling.ts'
import { handoverRemarks, unnamedApplicant } from './sentences.ts'

type Sheet = PaperContent['control-slip']
type Row = Sheet['handovers'][number]
type Names = { unit: (code: string) => string; office: (line: RecordLine) => string | null }

/**
 * Phiếu kiểm soát: every handover from both sides, from the citizen to the desk and back (form 05 of TT 01/2018, 06 of
 * TT 03/2025). Made from the record whenever it is asked for, as of its last line.
 */
export const fillControlSheet = (filling: Filling, at: Instant): Sheet => {
  const { told, books, application } = filling
  const { dossier, line, earlier } = told
  const { count, acceptedAt } = dossier
  if (count === null || acceptedAt === null) throw new Unfillable('not-accepted', line.seq)
  const applicant = application.applicant.name ?? unnamedApplicant
  const names: Names = {
    unit: (code) => {
      const known = OrganisationCode.safeParse(code)
      return (known.success ? books.organisation(known.data)?.name : undefined) ?? code
    },
    office: ({ actor }) => books.officer(actor.person)?.title ?? null,
  }
  const record = [...earlier, line]
  return {
    ...headOf('control-slip', filling),
    issuedAt: at,
    applicant,
    procedure: procedureNameOf(filling),
    receivedAt: acceptedAt,
    due: count.due,
    lead: names.unit(count.stages.at(-1)?.unit ?? dossier.receivingDesk),
    coordinating: [...new Set(dossier.consultations.map(({ to }) => names.unit(to)))],
    handovers: record.flatMap((one, i) => rowOf(one, record.slice(i + 1), { names, applicant, filling })),
  }
}

type Around = { names: Names; applicant: string; filling: Filling }

const rowOf = (line: RecordLine, later: readonly RecordLine[], around: Around): Row[] => {
  const { names, applicant, filling } = around
  const { receivingDesk, submittedAt } = filling.told.dossier
  const { event, at } = line
  if (event.type === 'HandoverOffered') {
    const sides = {
      giver: names.unit(event.from),
      receiver: names.unit(event.to),
      given: { at, by: names.office(line) },
    }
    return [{ ...nothingMore, ...sides, ...takingOver(later, names) }]
  }
  const desk = names.unit(receivingDesk)
  if (event.type === 'DossierAccepted') {
    const taken = { at, by: names.office(line) }
    return [{ ...nothingMore, giver: applicant, given: { at: submittedAt, by: null }, receiver: desk, taken }]
  }
  if (event.type !== 'ResultReturned') return []
  const handed = event.deliveredAt ?? at
  const given = { at: handed, by: names.office(line) }
  return [{ ...nothingMore, giver: desk, given, receiver: applicant, taken: { at: handed, by: null } }]
}

/** The other side of an offer: taken over with its own limit, returned, or not answered yet. */
const takingOver = (later: readonly RecordLine[], names: Names): Pick<Row, 'taken' | 'due' | 'result' | 'remark'> => {
  const answer = later.find(({ event: { type } }) => type === 'HandoverAccepted' || type === 'HandoverReturned')
  if (answer === undefined) return { ...nothingMore, taken: null, remark: handoverRemarks.open }
  const taken = { at: answer.at, by: names.office(answer) }
  const { event } = answer
  if (event.type !== 'HandoverAccepted') return { ...nothingMore, taken, remark: handoverRemarks.returned }
  const afterwards = later.filter(({ seq }) => seq > answer.seq)
  return { ...nothingMore, taken, due: event.stageDue, result: resultOf(event.stage, event.stageDue, afterwards) }
}

const nothingMore = { slip: null, due: null, result: null, remark: null }

/** How a unit kept the limit of its stage: as the next one's taking over says, or the result; null while it works. */
const resultOf = (stage: string, due: Due, later: readonly RecordLine[]): Row['result'] => {
  for (const { event, at } of later) {
    if (event.type === 'HandoverAccepted' && event.left?.stage === stage) return event.left.timeliness
    if (event.type === 'ResultSigned') return verdictOn(due, at, true)
  }
  return null
}
