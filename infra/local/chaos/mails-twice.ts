import type { StackPlan } from '../stack-plan.ts'
import type { People } from '../story/people.ts'
import { subjectsOfMails } from '../story/told.ts'

/** The e-mails about these dossiers that arrived at the mail server more than once, by their subjects. */
export const mailsThatCameTwice = async (plan: StackPlan, people: People, dossierIds: readonly string[]) => {
  const subjects = await subjectsOfMails(plan)
  const twice: string[] = []
  for (const id of dossierIds) {
    const { body } = await people('officer:gia-lai.inspector').get('casework', `/dossiers/${id}`)
    const code: unknown = Object(body)['axes']?.code
    const mails = subjects.filter((subject) => typeof code === 'string' && subject.includes(code))
    twice.push(...mails.filter((mail, i) => mails.indexOf(mail) !== i))
  }
  return twice
}
