import { setTimeout } from 'node:timers/promises'
import { live } from '../../bench/lives.ts'
import type { People } from '../../story/people.ts'
import { validPapers } from '../../story/postal-legs.ts'
import { catalogueActs } from '../catalogue-acts.ts'
import { desk, liveByPost } from '../life.ts'
import { untilSo } from './until-done.ts'

// Slow enough that listeners keep up on two cores: what they are behind is then the faults' doing.
const atDesks = 1
const restAtDesksMs = 2_000
const byPost = 2
const restByPostMs = 1_000
const catalogueEveryMs = 45_000
const noticesInAYear = 12 // Mondays from October on, of a year whose days off are announced
const patienceMs = 240_000

/** Dossiers that live one after another, some side by side, until `stop`. */
export type Load = {
  /** Dossiers whose life was lived to its end. */
  lived: string[]
  /** Lives that could not be lived to their end, and why. */
  broken: string[]
  /** Begins no more, and comes back when all that began are over. */
  stop: () => Promise<void>
}

export const startLoad = (people: People): Load => {
  const lived: string[] = []
  const broken: string[] = []
  const over = new AbortController()
  const rest = (ms: number) => setTimeout(ms, undefined, { signal: over.signal }).catch(() => {})
  const again = async (restFor: number, one: () => Promise<string | undefined>) => {
    while (!over.signal.aborted) {
      await one().then(
        (id) => id !== undefined && lived.push(id),
        (trouble: unknown) => broken.push(trouble instanceof Error ? trouble.message : String(trouble)),
      )
      await rest(restFor)
    }
  }
  let notices = 0
  const until = { ordered: (id: string) => untilOrdered(people, id), over: async () => {} }
  const everybody = [
    ...Array.from({ length: atDesks }, () => again(restAtDesksMs, () => live(people))),
    ...Array.from({ length: byPost }, () => again(restByPostMs, () => liveByPost(people, until))),
    again(catalogueEveryMs, async () => {
      if (notices < noticesInAYear) await catalogueActs(people, (notices += 1))
      return undefined
    }),
  ]
  return {
    lived,
    broken,
    stop: async () => {
      over.abort()
      await Promise.all(everybody)
    },
  }
}

/** Until the post knows of a dossier's signed result, and has been ordered to send it. */
const untilOrdered = (people: People, dossierId: string): Promise<void> => {
  const clerk = people('officer:huyen-ia-grai.finance')
  const intake = people('officer:huyen-ia-grai.intake')
  const isOrdered = async () => {
    const { body } = await intake.get('postal', `/dispatches?desk=${desk}`)
    const waiting: { dossierId: string }[] = Array.isArray(body['dispatches']) ? body['dispatches'] : []
    if (!waiting.some((one) => one.dossierId === dossierId)) return false
    return (await validPapers(clerk, dossierId, 'result')).length > 0
  }
  return untilSo(`the post is ordered to send the result of ${dossierId}`, isOrdered, patienceMs)
}
