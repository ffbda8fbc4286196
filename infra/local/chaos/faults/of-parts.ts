import { type Doing, type Ground, takenDown } from './ground.ts'
import { pidOf, signalFamily, signalTo, slowDown } from './signals.ts'

/** SIGKILL, as a power cut would; then started again. */
export const partKilled: Doing<'part-killed'> = (ground, { part }) => takenDown(ground, part, 'kill')

/** SIGSTOP, shorter than a session, and it goes on where it was. */
export const partPaused: Doing<'part-paused'> = async ({ stack }, { part }) => {
  const pid = pidOf(stack, part)
  signalTo(pid, 'SIGSTOP')
  return async () => signalTo(pid, 'SIGCONT')
}

/** Stopped in good order. */
export const partRestarted: Doing<'part-restarted'> = (ground, { part }) => takenDown(ground, part, 'stop')

/** Nobody gets a new token, and keys cannot be fetched. */
export const issuerKilled: Doing<'issuer-killed'> = (ground) => takenDown(ground, 'issuer', 'kill')

type Server = 'kafka' | 'temporal'
type DoingToServer = (ground: Ground) => Promise<() => Promise<void>>

/** In good order; its data stays. */
export const serverStopped =
  (server: Server): DoingToServer =>
  (ground) =>
    takenDown(ground, server, 'stop')

export const serverKilled =
  (server: Server): DoingToServer =>
  (ground) =>
    takenDown(ground, server, 'kill')

/** It answers nobody, and closes nothing: longer than a consumer's session. */
export const serverPaused =
  (server: Server): DoingToServer =>
  async ({ stack }) => {
    const pid = pidOf(stack, server)
    signalFamily(pid, 'SIGSTOP')
    return async () => signalFamily(pid, 'SIGCONT')
  }

/** It gets a fifth of its time. */
export const serverSlow =
  (server: Server): DoingToServer =>
  async ({ stack }) => {
    const faster = slowDown(pidOf(stack, server))
    return async () => faster()
  }
