import { familyOf, processes } from '../../process-tree.ts'
import type { Stack } from '../../stack.ts'
import type { PartName } from '../../part.ts'

/** The number of a part's process. Throws where it does not run. */
export const pidOf = (stack: Stack, part: PartName): number => {
  const pid = stack.view().find((one) => one.part === part)?.pid
  if (pid === undefined) throw new Error(`${part} does not run`)
  return pid
}

/** Gives a signal to a process and all that descend from it; not to the watcher of its group, which must stay awake. */
export const signalFamily = (pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void => {
  for (const member of familyOf(pid, processes())) signalTo(member, signal)
}

/** Gives a signal to one process; one that has just ended needs none. */
export const signalTo = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Lets a process run for one part in five of the time only; gives what ends that. */
export const slowDown = (pid: number): (() => void) => {
  let stopped = false
  const turn = () => {
    stopped = !stopped
    signalTo(pid, stopped ? 'SIGSTOP' : 'SIGCONT')
    timer = setTimeout(turn, stopped ? 80 : 20)
  }
  let timer = setTimeout(turn, 0)
  return () => {
    clearTimeout(timer)
    signalTo(pid, 'SIGCONT')
  }
}
