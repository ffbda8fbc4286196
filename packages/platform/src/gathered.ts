type Gathering<T, R> = {
  /** Two of one key are never under way at the same time. */
  keyOf: (one: T) => string
  /** How many batches may be under way, and how many go into one. */
  atOnce: number
  most: number
  alone: (one: T) => Promise<R>
  /** Does a whole batch, and gives what came of each. */
  all: (batch: readonly T[]) => Promise<(one: T) => R>
}

type Waiting<T, R> = { one: T; resolve: (result: R) => void; reject: (error: unknown) => void }

/**
 * Does things together that come while others are being done: nobody waits for company, and under load many share one way
 * to the database. Where a batch fails, each of it is done alone, so that nobody's failure is another's.
 */
export const makeGathered = <T, R>({ keyOf, atOnce, most, alone, all }: Gathering<T, R>): ((one: T) => Promise<R>) => {
  let waiting: Waiting<T, R>[] = []
  const busy = new Set<string>()
  let underWay = 0

  const begin = () => {
    while (underWay < atOnce) {
      const batch = take()
      if (batch.length === 0) return
      void work(batch)
    }
  }

  const take = (): Waiting<T, R>[] => {
    const batch: Waiting<T, R>[] = []
    const left: Waiting<T, R>[] = []
    for (const each of waiting) {
      const key = keyOf(each.one)
      if (batch.length === most || busy.has(key)) left.push(each)
      else {
        busy.add(key)
        batch.push(each)
      }
    }
    waiting = left
    return batch
  }

  const work = async (batch: readonly Waiting<T, R>[]): Promise<void> => {
    underWay += 1
    const whole = batch.length === 1 ? undefined : await all(batch.map(({ one }) => one)).catch(() => undefined)
    if (whole === undefined)
      await Promise.all(batch.map(({ one, resolve, reject }) => alone(one).then(resolve, reject)))
    else for (const { one, resolve } of batch) resolve(whole(one))
    for (const { one } of batch) busy.delete(keyOf(one))
    underWay -= 1
    begin()
  }

  return (one) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      begin()
    })
}
