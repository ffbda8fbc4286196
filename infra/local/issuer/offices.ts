import { Officer, Organisation } from '@dossier/contracts/organisation'
import * as z from 'zod'
import type { Listed } from './sign-in-page.ts'

/** The accounts of offices, as the catalogue lists them. Throws while it is out of reach: it starts after its issuer. */
export type Offices = () => Promise<Listed[]>

const Answer = z.object({ officers: z.array(Officer) })
const Tree = z.object({ organisations: z.array(Organisation) })

/** `token` is any officer's or service's. */
export const askCatalogue = (url: string, token: () => Promise<string>): Offices => {
  const ask = async (what: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await token()}` }
    const response = await fetch(`${url}/${what}`, { headers, signal: AbortSignal.timeout(5_000) })
    return response.json()
  }
  return async () => {
    const { officers } = Answer.parse(await ask('officers'))
    const { organisations } = Tree.parse(await ask('organisations'))
    const names = new Map<string, string>(organisations.map(({ code, name }) => [code, name]))
    return officers.map(({ id, title, mandates }) => ({
      account: `officer:${id}`,
      office: title,
      place: names.get(mandates[0]?.organisation ?? '') ?? mandates[0]?.organisation,
      roles: mandates.map(({ role }) => role).join(', '),
    }))
  }
}
