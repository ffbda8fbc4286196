import { addressesOf, type StackPlan } from '../stack-plan.ts'
import type { Person } from './people.ts'

/** One message to one person, as notifications proves it. */
export type Told = {
  messageId: string
  recipient: string
  template: string
  channel: string
  state: string
  queuedAt: string
  attempts: { at: string; outcome: string }[]
}

/** Every message about a dossier, as the head of its desk may read them. */
export const messagesAbout = async (head: Person, dossierId: string): Promise<Told[]> => {
  const { status, body } = await head.get('notifications', `/dossiers/${dossierId}/messages`)
  if (status !== 200) throw new Error(`${head.account} is not shown what was told of ${dossierId}: ${status}`)
  return Array.isArray(body['messages']) ? body['messages'] : []
}

/** How often the mail server has taken in each of some messages. */
export const mailsOf = async (plan: StackPlan, messages: readonly Told[]): Promise<number[]> => {
  const response = await fetch(`${addressesOf(plan).mail}/messages`, { signal: AbortSignal.timeout(10_000) })
  const { messages: mails }: { messages: { messageId: string }[] } = Object(await response.json())
  return messages
    .filter(({ channel }) => channel === 'email')
    .map((one) => mails.filter(({ messageId }) => messageId.includes(one.messageId)).length)
}

/** What was told by mail about some dossiers, by its templates. */
export const templatesOf = async (head: Person, dossierIds: readonly string[]): Promise<string[]> =>
  (await Promise.all(dossierIds.map((id) => messagesAbout(head, id))))
    .flat()
    .flatMap(({ channel, template }) => (channel === 'email' ? [template] : []))
