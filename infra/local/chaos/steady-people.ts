import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Answered, linesOf, type People, type Person } from '../story/people.ts'

/** What a client was told was done: its own history, which nobody else writes. */
export type Acknowledged = { account: string; service: string; path: string; key: string; answer: Answered }

const patienceMs = 90_000
const again = new Set<unknown>(['in-progress', 'too-many-requests'])

/** Asks until somebody answers: a connection that breaks, a server that is not there, and one at work on it, are asked again. */
const untilAnswered = async <T>(ask: () => Promise<T>, isAnswer: (answer: T) => boolean): Promise<T> => {
  const end = Date.now() + patienceMs
  for (;;) {
    const answer = await ask().then(
      (given) => ({ given }),
      (trouble: unknown) => ({ trouble }),
    )
    if ('given' in answer && isAnswer(answer.given)) return answer.given
    if (Date.now() > end) throw 'trouble' in answer ? answer.trouble : new Error(JSON.stringify(answer.given))
    await setTimeout(50)
  }
}
const isAnswer = ({ status, body }: Answered) => status < 500 && !again.has(body['code'])

/**
 * People who do not give up: each thing they do is sent again, under the same key, until they hear what became of it. What
 * they were told was done they write down in `history`.
 */
export const steadyPeople =
  (people: People, history: Acknowledged[]): People =>
  (account) => {
    const person = people(account)
    const post: Person['post'] = async (service, path, body, key = randomUUID()) => {
      const answer = await untilAnswered(() => person.post(service, path, body, key), isAnswer)
      if (answer.status < 300) history.push({ account, service, path, key, answer })
      return answer
    }
    const asks: Person['asks'] = (dossierId, command, key) =>
      post('casework', `/dossiers/${dossierId}/commands`, command, key)
    return {
      ...person,
      post,
      asks,
      get: (service, path) => untilAnswered(() => person.get(service, path), isAnswer),
      scans: () => untilAnswered(person.scans, () => true),
      act: async (dossierId, command, key) => {
        const { status, body } = await asks(dossierId, command, key)
        if (status !== 200) throw new Error(`${account} ${command.type}: ${status} ${JSON.stringify(body)}`)
        return linesOf(body['lines'])
      },
    }
  }
