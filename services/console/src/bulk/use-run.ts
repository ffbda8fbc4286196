import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isProblem, type Problem, sendCommand } from '../frame/api.ts'
import { keepRun, keptRun, putRunAside } from './kept-run.ts'
import { goOn, type Run } from './run.ts'

const unknown: Problem = { status: 0, code: 'unknown', title: 'Chưa rõ kết quả.', detail: 'The outcome is not known.' }

/** The run of somebody's many orders: begun, stopped, gone on with after a break, put aside at last. */
export const useRun = (subject: string) => {
  const queries = useQueryClient()
  const [run, show] = useState<Run | undefined>(() => keptRun(subject))
  const [isGoing, setGoing] = useState(false)
  const [halted, setHalted] = useState<Problem>()
  const stopped = useRef(true)
  useEffect(
    () => () => {
      stopped.current = true // what is under way is still answered and kept
    },
    [],
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (isGoing) window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isGoing])

  const keep = (fresh: Run) => {
    keepRun(subject, fresh)
    show(fresh)
  }
  const send = async (begun: Run): Promise<void> => {
    stopped.current = false
    setHalted(undefined)
    setGoing(true)
    keep(begun)
    const ended = await goOn(begun, {
      send: ({ id, version, command }, key) => sendCommand({ dossier: id, version, key, command }),
      problemOf: (error) => (isProblem(error) ? error : unknown),
      tell: keep,
      isStopped: () => stopped.current,
    })
    setHalted(ended.halted)
    setGoing(false)
    void queries.invalidateQueries()
  }
  return {
    run,
    isGoing,
    halted,
    begin: (begun: Run) => void send(begun),
    goOn: () => void (run !== undefined && send(run)),
    stop: () => {
      stopped.current = true
    },
    putAside: () => {
      putRunAside(subject)
      show(undefined)
    },
  }
}
export type Running = ReturnType<typeof useRun>
