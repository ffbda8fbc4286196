import type { Language } from '@dossier/contracts/contact'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Officer, Organisation } from '@dossier/contracts/organisation'
import type { Due } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { momentText } from '@dossier/documents/dates'
import type { Facts } from '../telling/facts.ts'
import { dayNamedAnew, slipDay } from '../telling/promise.ts'
import { dueText, sayEvent } from './say-event.ts'
import { noWords, type Words } from './words.ts'

type Shelf<B> = { all: () => ReadonlyMap<string, B> }
/** This service's own copies of what the catalogue published. */
export type Books = {
  procedures: Shelf<ProcedureVersion>
  organisations: Shelf<Organisation>
  officers: Shelf<Officer>
}

/** Everything a template may say of what happened, but the name of whom it is said to. */
export const makeSay =
  (books: Books) =>
  (facts: Facts, language: Language): Words => {
    const { heard, at, actor } = facts
    const { axes } = heard
    const organisation = (code: string) => books.organisations.all().get(code)?.name ?? code
    const procedure = versionOf(books, facts)
    const component = (id: string) => procedure?.components.find((one) => one.id === id)?.name ?? id
    const part = (id: string) => procedure?.result.parts?.find((one) => one.id === id)?.name ?? id
    const officer = heard.officer ?? actor
    const dueWord = (due: Due | null) => (due === null ? null : dueText(due, language))
    return {
      ...noWords,
      code: axes?.code ?? null,
      procedure: procedure?.name ?? null,
      desk: axes === undefined ? null : organisation(axes.receivingDesk),
      agency: axes === undefined ? null : organisation(heard.signedBy ?? axes.holder),
      officer: officer === null ? null : (books.officers.all().get(officer)?.title ?? null),
      at: momentText(at)[language],
      receivedAt: heard.receivedAt === undefined ? null : momentText(heard.receivedAt)[language],
      place: axes?.stage == null ? null : `${axes.stage.place}/${axes.stage.of}`,
      due: dueWord(slipDay(heard)),
      appointment: dueWord(dayNamedAnew(heard)),
      ...sayEvent(facts, language, { organisation, component, part }),
    }
  }

const versionOf = ({ procedures }: Books, { heard, at }: Facts): ProcedureVersion | undefined => {
  const rows = procedures.all()
  if (heard.procedureVersion !== undefined) return rows.get(heard.procedureVersion)
  const day = dayOf(at)
  return [...rows.values()].find(
    ({ code, validFrom, validTo }) =>
      code === heard.axes?.procedure && validFrom <= day && (validTo === null || day <= validTo),
  )
}
