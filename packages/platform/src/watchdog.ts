/** What a group has not read of a partition yet, and how far it has committed. */
export type PartitionLag = { partition: string; lag: number; committed: string }

type Options = { sessionMs: number; now?: () => number; die: (why: string) => void }

/**
 * kafkajs may stop without a word: no fetch, no heartbeat, no restart. The watchdog calls `die` when neither was seen for
 * twice the session time-out, or when a partition has had messages for as long and its committed offset stood still.
 * `seen` is called at each fetch and heartbeat, `busy` at each attempt to handle a message, `check` regularly.
 */
export const makeWatchdog = ({ sessionMs, now = Date.now, die }: Options) => {
  let seenAt = now()
  const moved = new Map<string, { committed: string; at: number }>()
  const isLong = (since: number) => now() - since > 2 * sessionMs

  return {
    seen: (): void => void (seenAt = now()),
    busy: (): void => {
      for (const place of moved.values()) place.at = now()
    },
    check: (lags: PartitionLag[] = []): void => {
      if (isLong(seenAt)) die(`no fetch and no heartbeat for ${now() - seenAt} ms`)
      for (const { partition, lag, committed } of lags) {
        const known = moved.get(partition)
        if (lag === 0 || known === undefined || known.committed !== committed)
          moved.set(partition, { committed, at: now() })
        else if (isLong(known.at)) die(`${partition} has ${lag} messages and stands at ${committed}`)
      }
    },
  }
}
export type Watchdog = ReturnType<typeof makeWatchdog>
