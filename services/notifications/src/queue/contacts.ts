import { Contact, GiverContact, type Reach } from '@dossier/contracts/contact'
import { requestHeaders } from '@dossier/platform/context'
import { Transient } from '@dossier/platform/transient'
import type { Person } from '../telling/recipients.ts'

/** A person as intake knows them now, and the reference they have of what they gave. */
export type Known = { reach: Reach; reference: string | null }
export type AskContact = (subject: string, person: Person) => Promise<Known | undefined>

type Asked = { intake: string; postal: string; token: () => Promise<string> }

/**
 * Asks intake how a person is reached, at the moment of use; of an application that was lost before it reached the desk, which
 * intake never heard of, the post office that collected it. Undefined where nobody is known, or nobody represents. Throws
 * `Transient` while one of them does not answer.
 */
export const makeAskContact = ({ intake, postal, token }: Asked): AskContact => {
  const ask = async (url: string): Promise<unknown> => {
    const response = await fetch(url, {
      headers: { ...requestHeaders(), authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(5_000),
    })
    if (response.status === 404) return undefined
    if (!response.ok) throw new Transient(`${url} answered ${response.status}`)
    return response.json()
  }
  return async (subject, person) => {
    if (person === 'giver') {
      const body = await ask(`${intake}/feedback/${subject}/contact`)
      if (body === undefined) return undefined
      const { giver: reach, reference } = GiverContact.parse(body)
      return { reach, reference }
    }
    const body =
      (await ask(`${intake}/applications/${subject}/contact`)) ??
      (await ask(`${postal}/collections/${subject}/contact`))
    const reach = body === undefined ? null : Contact.parse(body)[person]
    return reach === null ? undefined : { reach, reference: null }
  }
}
