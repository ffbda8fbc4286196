import { setTimeout } from 'node:timers/promises'

const lookMs = 250

/** Tries again until it can be done. Throws its last trouble after `patienceMs`. */
export const untilDone = async <T>(work: () => Promise<T>, patienceMs = 120_000): Promise<T> => {
  const end = Date.now() + patienceMs
  for (;;) {
    try {
      return await work()
    } catch (trouble) {
      if (Date.now() > end) throw trouble
      await setTimeout(lookMs)
    }
  }
}

/** Looks until it is so; trouble with looking is looked past. Throws after `patienceMs`. */
export const untilSo = (what: string, isSo: () => Promise<boolean>, patienceMs = 120_000): Promise<void> =>
  untilDone(async () => {
    if (!(await isSo())) throw new Error(`After ${patienceMs / 1_000} s it is still not so that ${what}`)
  }, patienceMs)
