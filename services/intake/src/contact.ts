import { Contact, type Reach } from '@dossier/contracts/contact'
import type { Application } from './submission/application.ts'

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const answerOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)

/** How a person of a form is reached; every form names its people in the same way. Consent is what they said, null where nothing. */
const reachOf = (person: unknown): Omit<Reach, 'account'> => {
  const { fullName, phone, email, language, consent } = Object(person)
  const { email: byEmail, sms, zalo } = Object(consent)
  return {
    name: textOf(fullName),
    phone: textOf(phone),
    email: textOf(email),
    language: language === 'en' ? 'en' : 'vi',
    consent: { email: answerOf(byEmail), sms: answerOf(sms), zalo: answerOf(zalo) },
  }
}

/** How the applicant is reached, and whoever represents them where the form names one. */
export const contactOf = ({ form, applicant }: Pick<Application, 'form' | 'applicant'>): Contact =>
  Contact.parse({
    applicant: { ...reachOf(form['applicant']), account: applicant },
    representative: form['representative'] === undefined ? null : { ...reachOf(form['representative']), account: null },
  })
