import { readFileSync } from 'node:fs'
import { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import { Explanation } from '@dossier/contracts/explanation'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Due, Instant } from '@dossier/contracts/time'
import { dueDateLetter } from '@dossier/documents/due-date-certificate'
import type { Letter } from '@dossier/documents/typesetter'
import { buildCertificate, standsOn } from '@dossier/domain/certify'
import { appointmentOf, type Dossier } from '@dossier/domain/dossier'
import { withProvisional } from '@dossier/domain/draft-year'
import { explanationsIn } from '@dossier/domain/due-date-certificate'
import { sentencesOf } from '@dossier/domain/explanation-sentences'
import { authorityOf } from '@dossier/domain/organisations'
import { requestHash } from '@dossier/platform/canonical-json'
import * as z from 'zod'
import type { LawBooks } from './law-books.ts'
import type { Seen } from './read-dossier.ts'

const about: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
const product = `${Object(about).name} ${Object(about).version}`

/** Whether the time limit runs, and what stopped it: a document the citizen has, the result, or an end without one. */
const ClockStanding = z.discriminatedUnion('is', [
  z.object({ is: z.literal('running') }),
  z.object({
    is: z.literal('paused'),
    by: z.enum(['supplement', 'obligation']),
    since: Instant,
    document: z.string(),
  }),
  z.object({ is: z.literal('stopped'), by: z.enum(['result', 'end-without-result']), since: Instant }),
])

/**
 * A due date that explains itself: the sealed certificate, and each walk in data and in sentences. Beside it the day the
 * citizen was promised, which is none while the clock stands, and the clock: neither is part of what was sealed.
 */
export const DueDate = z
  .object({
    certificate: DueDateCertificate,
    explanations: z.array(Explanation.extend({ vi: z.array(z.string()), en: z.array(z.string()) })),
    appointment: Due.nullable(),
    clock: ClockStanding,
  })
  .meta({ id: 'DueDate' })

/** The same as one page for the citizen, with the names the codes in it stand for. */
export const dueDatePage = (
  { certificate, explanations, ...standing }: z.infer<typeof DueDate>,
  { dossier }: Seen,
  books: LawBooks,
): Letter => {
  const tree = books.organisations()
  const nameOf = (code: string | undefined) =>
    code === undefined ? '' : (tree.rows.get(OrganisationCode.parse(code))?.name ?? code)
  const { receivingDesk } = dossier
  const names = {
    procedure: books.procedure(certificate.procedureVersion)?.name ?? certificate.procedureVersion,
    authority: nameOf(authorityOf(tree, receivingDesk)?.code),
    desk: nameOf(receivingDesk),
    units: Object.fromEntries(certificate.stages.map(({ unit }) => [unit, nameOf(unit)])),
  }
  return dueDateLetter({ certificate, explanations, names, standing })
}

/** The due date of a dossier by the law it was counted by; undefined where none was counted yet. */
export const dueDateOf = (
  { dossier, lines }: Seen,
  books: LawBooks,
  now: string,
): z.infer<typeof DueDate> | undefined => {
  const { pinned, count } = dossier
  const clock = clockOf(dossier)
  if (pinned === null || count === null || clock === undefined) return undefined
  const named = books.calendars().get(pinned.calendar)
  if (named === undefined) throw new Error(`Calendar ${pinned.calendar} is missing in this copy`)
  const calendar = count.provisional ? withProvisional(named, Number(count.due.on.slice(0, 4))) : named
  const record = lines.map(({ event, at, actor }) => ({ event, at, person: actor.person }))
  const law = { ...books.lawFor(dossier, undefined, now), calendar }
  const certificate = buildCertificate(record, law, { product, hashOf: requestHash })
  if (certificate === undefined) return undefined
  const explanations = explanationsIn(certificate).map((one) => ({
    ...one,
    vi: sentencesOf(one, 'vi'),
    en: sentencesOf(one, 'en'),
  }))
  return { certificate, explanations, appointment: appointmentOf(dossier), clock }
}

const clockOf = ({ clock, result }: Dossier): z.infer<typeof ClockStanding> | undefined => {
  switch (clock.is) {
    case 'not-started':
      return undefined
    case 'running':
      return { is: 'running' }
    case 'paused':
      return { is: 'paused', by: clock.by, since: clock.from, document: standsOn(clock) }
    case 'stopped':
      return { is: 'stopped', by: result === null ? 'end-without-result' : 'result', since: clock.at }
  }
}
