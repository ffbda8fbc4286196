import { useCallback, useEffect, useRef, useState } from 'react'
import { intake, isProblem, orProblem } from '../frame/api.ts'
import type { Body } from './draft.ts'

const pauseMs = 1_000
const againMs = 5_000

type Kept = { savedAt: string; keptUntil: string }
type Begun = { procedure: string; body: Body; revision: number; kept: Kept | undefined }

/**
 * What is filled in, kept on the server a moment after each change: closing the browser or the end of a session loses nothing.
 * What could not be saved is tried again until it is, but for a draft another window has changed: that one is told.
 */
export const useDraft = (begun: Begun) => {
  const [body, change] = useState(begun.body)
  const [kept, setKept] = useState(begun.kept)
  const [trouble, setTrouble] = useState<unknown>()
  const [tries, setTries] = useState(0)
  const saved = useRef(begun.body)
  const revision = useRef(begun.revision)
  const queue = useRef(Promise.resolve())
  const latest = useRef(begun.body)
  latest.current = body
  const isOver = useRef(false)

  /** One saving after another, each with what stands there then. */
  const save = useCallback(async (): Promise<void> => {
    const one = queue.current.then(async () => {
      const next = latest.current
      if (next === saved.current || isOver.current) return
      const answer = await orProblem(
        intake.PUT('/drafts/{procedure}', {
          params: { path: { procedure: begun.procedure } },
          body: { ...next, revision: revision.current },
        }),
      )
      saved.current = next
      revision.current = answer.revision
      setKept(answer)
      setTrouble(undefined)
    })
    queue.current = one.catch(() => {}) // the next one is tried all the same; this one's trouble goes to who asked
    return one
  }, [begun.procedure])

  const tell = useCallback((problem: unknown) => {
    setTrouble(problem)
    isOver.current = isProblem(problem) && problem.code === 'draft-moved-on'
  }, [])
  useEffect(() => {
    if (body === saved.current || isOver.current) return
    const timer = setTimeout(() => {
      save().catch((problem: unknown) => {
        tell(problem)
        setTimeout(() => setTries((n) => n + 1), againMs)
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [body, tries, save, tell])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') save().catch(tell)
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [save, tell])

  return {
    body,
    change,
    save,
    kept,
    trouble,
    isSaved: body === saved.current,
    /** Handed in: nothing more is saved. */
    end: () => void (isOver.current = true),
  }
}
