import { setTimeout } from 'node:timers/promises'
import { addressesOf, type StackPlan } from '../stack-plan.ts'

const messagesAt = async (address: string): Promise<Record<string, unknown>[]> => {
  const response = await fetch(`${address}/messages`, { signal: AbortSignal.timeout(10_000) })
  const { messages }: { messages?: Record<string, unknown>[] } = Object(await response.json())
  return messages ?? []
}

/** The subjects of all e-mails that arrived at the mail server, in their order. */
export const subjectsOfMails = async (plan: StackPlan): Promise<string[]> =>
  (await messagesAt(addressesOf(plan).mail)).map(({ subject }) => String(subject))

/** The subjects of the e-mails that name a dossier's code, in the order they arrived at the mail server. */
export const mailsAbout = async (plan: StackPlan, code: string | null): Promise<string[]> =>
  (await messagesAt(addressesOf(plan).mail)).flatMap(({ subject }) =>
    typeof subject === 'string' && code !== null && subject.includes(code) ? [subject] : [],
  )

/** The texts the message gateway has sent that name a dossier's code. */
export const textsAbout = async (plan: StackPlan, code: string | null): Promise<string[]> =>
  (await messagesAt(addressesOf(plan).gateway)).flatMap(({ text, provider }) =>
    provider === 'sms' && typeof text === 'string' && code !== null && text.includes(code) ? [text] : [],
  )

/**
 * The same e-mails, waited for until there are so many: a letter they carry is set first, and that takes its real time. Gives
 * what there is when it takes too long.
 */
export const mailsOnceThere = (plan: StackPlan, code: string | null, many: number): Promise<string[]> =>
  onceThere(
    () => mailsAbout(plan, code),
    (mails) => mails.length >= many,
  )

/** What is asked for again and again until it is so, or what there is when that takes too long. */
export const onceThere = async <T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> => {
  const end = Date.now() + patienceMs
  for (;;) {
    const answer = await ask()
    if (isSo(answer) || Date.now() > end) return answer
    await setTimeout(lookMs)
  }
}
const patienceMs = 20_000
const lookMs = 100
