import type { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { RuleSetId, Channel } from '@dossier/contracts/procedure'
import type { Day, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { formOf } from '@dossier/domain/forms'
import { authorityOf } from '@dossier/domain/organisations'
import { ruleSetOn } from '@dossier/domain/rule-set'
import type { RegisterLine } from '@dossier/documents/form-dossier-register'
import type { RegisterBook } from '@dossier/documents/spreadsheet-register'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { AskOnPaper } from './ask.ts'
import type { LetterBooks } from './books.ts'
import { endRemarks, takers, unnamedApplicant } from './fill/sentences.ts'
import { placeOf } from './issuer.ts'

const Line = z.object({
  number: z.int(),
  dossierId: z.uuid(),
  code: z.string(),
  version: z.string(),
  ruleSet: RuleSetId,
  lead: OrganisationCode,
  receivedOn: z.string(),
  appointmentOn: z.string().nullable(),
  returnBy: Channel.nullable(),
  returnedOn: z.string().nullable(),
  handedTo: z.string().nullable(),
  ended: z.string().nullable(),
})
type Line = z.infer<typeof Line>

const page = `
  select number, dossier_id as "dossierId", code, procedure_version as version, rule_set as "ruleSet", lead,
    received_on as "receivedOn", appointment_on as "appointmentOn", return_by as "returnBy", returned_on as "returnedOn",
    handed_to as "handedTo", ended
  from register_line where desk = $1 and year = $2 and number > $3 order by number limit 100`

export type Printing = { db: Pool; books: LetterBooks; askOnPaper: AskOnPaper }
type Of = { desk: OrganisationCode; year: number }
/** Which lines: from a number on, at most so many. */
type Stretch = Of & { from: number; most?: number }

/** The lines of a desk's year as they are read, with the names intake has of them now; a hundred at a time. */
export async function* registerLines(
  { db, books, askOnPaper }: Printing,
  { desk, year, from, most = Infinity }: Stretch,
): AsyncGenerator<RegisterLine> {
  let last = from - 1
  let count = 0
  for (;;) {
    const lines = z.array(Line).parse((await db.query(page, [desk, year, last])).rows)
    const [first] = lines
    if (first === undefined) return
    const known = await askOnPaper(lines.map(({ dossierId }) => dossierId))
    const people = new Map<string, ApplicationOnPaper>(known.map((one) => [one.applicationId, one]))
    for (const line of lines) {
      if (count === most) return
      yield lineOf(line, people.get(line.dossierId), books)
      count += 1
      last = line.number
    }
  }
}

const lineOf = (line: Line, person: ApplicationOnPaper | undefined, books: LetterBooks): RegisterLine => {
  const { applicant } = person ?? {}
  const version = books.version(line.version)
  return {
    number: line.number,
    dossier: line.code,
    procedure: version?.name ?? line.version,
    sets: version?.sets ?? 1,
    applicant: applicant?.name ?? unnamedApplicant,
    contact:
      [applicant?.address, applicant?.phone]
        .filter((one) => one != null)
        .join('; ')
        .slice(0, 200) || null,
    lead: books.organisation(line.lead)?.name ?? line.lead,
    receivedOn: line.receivedOn,
    appointmentOn: line.appointmentOn,
    returnedOn: line.returnedOn,
    returnBy: line.returnBy ?? person?.returnBy ?? null,
    signedBy: line.handedTo === null ? null : (takers[line.handedTo] ?? null),
    remark: line.ended === null ? null : (endRemarks[line.ended] ?? null),
  }
}

/** What stands above the lines of a register, for print; its form is that of the year's end, or of today before it. */
export const registerHead = (books: LetterBooks, { desk, year }: Of, now: Instant) => {
  const unit = books.organisation(desk)
  if (unit === undefined) return undefined
  const authority = authorityOf(books.tree(), desk) ?? unit
  const lastDay: Day = `${year}-12-31`
  const today = dayOf(now)
  const to = today < lastDay ? today : lastDay
  const head = {
    form: formOf(ruleSetOn(to).id, to, 'dossier-register'),
    issuedAt: now,
    place: placeOf(books.tree(), { unit, authority, desk: unit }),
    authority: authority.name,
    desk: unit.name,
    number: null,
    dossier: null,
    year,
    volume: String(year),
    from: `${year}-01-01`,
    to,
    closed: today > lastDay, // books are closed at the year's end (TT 01/2018 art. 10.2)
  }
  return {
    head,
    book: { authority: authority.name, desk: unit.name, from: head.from, to, at: now } satisfies Omit<
      RegisterBook,
      'lines'
    >,
  }
}

/** How many lines one print of the book may have: a busier desk takes the spreadsheet. */
export const printedLines = 1000
