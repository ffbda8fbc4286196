import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/**
 * Keeps what is shown fresh: the server tells which dossier has a new line, and the screen asks again. The browser reconnects by
 * itself and says what it heard last; if that is too long ago, everything shown is asked for again.
 */
export const useLive = (dossier?: string): void => {
  const queries = useQueryClient()
  useEffect(() => {
    // Many acts at once are news of one moment: lists are asked for again once.
    let soon: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource(`/live${dossier === undefined ? '' : `?dossier=${dossier}`}`)
    const again = (key: string[]) => void queries.invalidateQueries({ queryKey: key })
    source.addEventListener('dossier', ({ data }) => {
      const told: { dossier: string } = JSON.parse(String(data))
      again(['dossier', told.dossier])
      soon ??= setTimeout(() => {
        soon = undefined
        again(['worklist'])
      }, 500)
    })
    source.addEventListener('missed', () => void queries.invalidateQueries())
    return () => {
      clearTimeout(soon)
      source.close()
    }
  }, [dossier, queries])
}
