import type { Problem } from '../frame/api.ts'

/** One command for one dossier of many; `label` is what a person calls the dossier. */
type Order = { id: string; label: string; version: number; command: Record<string, unknown> }
/** A dossier left out before anything was sent, and why. */
type Skip = { id: string; label: string; problem: Problem }
/** What the ledger answered to one order. */
type Answer = { is: 'done' } | { is: 'refused'; problem: Problem }

/**
 * Many orders given one by one. It is kept as it goes: `id` makes the key of each order, so whoever comes back to it sends only what
 * has no answer yet, and what had arrived meanwhile gets its first answer again.
 */
export type Run = {
  id: string
  act: string
  orders: Order[]
  skips: Skip[]
  answers: Record<string, Answer>
}

type Send = (order: Order, key: string) => Promise<void>
type Going = {
  send: Send
  problemOf: (error: unknown) => Problem
  /** Told after every answer. */
  tell: (run: Run) => void
  isStopped: () => boolean
  /** How long to wait where the server asks for patience. */
  wait?: (ms: number) => Promise<void>
  atOnce?: number
}

/** How many are answered, and how. What has no answer yet is left. */
export const standOf = ({ orders, answers, skips }: Run) => {
  const given = Object.values(answers)
  const done = given.filter(({ is }) => is === 'done').length
  return {
    all: orders.length,
    done,
    refused: given.length - done,
    left: orders.length - given.length,
    skipped: skips.length,
  }
}

const tooMany = 429
const patienceMs = 5_000

/**
 * Sends what has no answer yet, a few at once. An order without an answer, as without a network or after the session's end, ends
 * the run where it stands: what is left stays left, and its problem is given back.
 */
export const goOn = async (begun: Run, going: Going): Promise<{ run: Run; halted: Problem | undefined }> => {
  const { send, problemOf, tell, isStopped, wait = sleep, atOnce = 4 } = going
  let run = begun
  let halted: Problem | undefined
  const waiting = run.orders.filter(({ id }) => run.answers[id] === undefined)
  const answer = (id: string, given: Answer) => {
    run = { ...run, answers: { ...run.answers, [id]: given } }
    tell(run)
  }
  const next = async (): Promise<void> => {
    const order = waiting.shift()
    if (order === undefined || halted !== undefined || isStopped()) return
    try {
      await send(order, `${run.id}:${order.id}`)
      answer(order.id, { is: 'done' })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.status === tooMany) {
        waiting.unshift(order)
        await wait(patienceMs)
      } else if (isAnswer(problem)) answer(order.id, { is: 'refused', problem })
      else halted ??= problem
    }
    return next()
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return { run, halted }
}

/** The ledger's own no; without it nobody knows, and the same key asks again. */
const isAnswer = ({ status, code }: Problem) =>
  status >= 400 && status < 500 && status !== 401 && status !== 408 && code !== 'in-progress'

const sleep = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms))
