import { useCallback, useEffect, useState } from 'react'
import type { Row } from './use-worklist.ts'

export const atMost = 1_000
type Listed = { rows: readonly Row[]; hasMore: boolean; isFetching: boolean; loadMore: () => void }

/** Which rows of a list are chosen; what leaves the list is chosen no longer. All of it can only be chosen once it is there. */
export const useSelection = ({ rows, hasMore, isFetching, loadMore }: Listed) => {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [wantsAll, wantAll] = useState(false)
  useEffect(() => {
    if (!wantsAll || isFetching) return
    if (hasMore && rows.length < atMost) return loadMore()
    choose(new Set(rows.slice(0, atMost).map(({ id }) => id)))
    wantAll(false)
  }, [wantsAll, isFetching, hasMore, rows, loadMore])

  const set = useCallback((ids: readonly string[], to: boolean) => {
    choose((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (!to) after.delete(id)
        else if (after.size < atMost) after.add(id)
      }
      return after
    })
  }, [])
  return {
    chosen,
    selected: rows.filter(({ id }) => chosen.has(id)),
    isLoading: wantsAll,
    set,
    all: useCallback(() => wantAll(true), []),
    none: useCallback(() => choose(new Set()), []),
  }
}
