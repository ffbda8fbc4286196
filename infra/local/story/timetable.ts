import type { Driver, Rang } from '../driver.ts'
import { moment } from './local-time.ts'

/**
 * One clock for several stories whose days overlap. Time only goes forward, so the story whose next minute is the earliest
 * goes on, and alone, until it asks for its own next one.
 */
export type Timetable = {
  now: () => string
  settle: () => Promise<void>
  /** Comes back when it is this local minute and the asking story's turn; gives what rang since it last acted. */
  until: (local: string) => Promise<Rang[]>
  /** Everything that rang so far. */
  rang: () => readonly Rang[]
  /** This story asks for nothing more. */
  leave: () => void
}

/** A timetable for each of some stories. All of them must be played: each waits until all others have asked or left. */
export const openTimetables = <S extends object>(driver: Driver, stories: readonly S[]): [S, Timetable][] => {
  const rang: Rang[] = []
  const waiting: { at: string; go: () => void }[] = []
  let acting = stories.length
  const pass = () => {
    acting -= 1
    if (acting > 0) return
    const [next] = waiting.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    if (next === undefined) return
    waiting.splice(waiting.indexOf(next), 1)
    acting = 1
    next.go()
  }
  return stories.map((story) => {
    let heard = 0
    let left = false
    const timetable: Timetable = {
      now: driver.now,
      settle: driver.settle,
      until: async (local) => {
        const at = moment(local)
        await new Promise<void>((go) => {
          waiting.push({ at, go })
          pass()
        })
        rang.push(...(await driver.moveTo(at)))
        const since = rang.slice(heard)
        heard = rang.length
        return since
      },
      rang: () => rang,
      leave: () => {
        if (!left) pass()
        left = true
      },
    }
    return [story, timetable]
  })
}
