import { atOnce, type Doing, type Ground, takenDown } from './ground.ts'
import { pidOf, signalFamily, signalTo } from './signals.ts'
import { untilDone, untilSo } from './until-done.ts'

/** An immediate shutdown: no checkpoint, every connection broken; it recovers from its log. */
export const postgresCrashed: Doing<'postgres-crashed'> = async ({ stack, down, raise }) => {
  down.add('postgres')
  signalTo(pidOf(stack, 'postgres'), 'SIGQUIT')
  const isDown = async () => stack.view().some(({ part, state }) => part === 'postgres' && state === 'stopped')
  await untilSo('PostgreSQL has ended', isDown)
  return () => raise('postgres')
}

/** All its processes at once, as a power cut would. */
export const postgresKilled: Doing<'postgres-killed'> = (ground) => takenDown(ground, 'postgres', 'kill')

/** It answers nobody; transactions stay open. */
export const postgresPaused: Doing<'postgres-paused'> = async ({ stack }) => {
  const pid = pidOf(stack, 'postgres')
  signalFamily(pid, 'SIGSTOP')
  return async () => signalFamily(pid, 'SIGCONT')
}

const backendOf = `
  select pid from pg_stat_activity where usename = $1 and pid <> pg_backend_pid() order by backend_start limit 1`

/** One connection's process dies: the server then ends all others, and begins anew by itself. */
export const backendKilled: Doing<'backend-killed'> = async ({ admin, raise }, { part }) => {
  const { rows } = await untilDone(() => admin.query<{ pid: number }>(backendOf, [part]))
  for (const { pid } of rows) signalTo(pid, 'SIGKILL')
  return async () => {
    await untilDone(() => admin.query('select'))
    await raise('postgres') // where it did not manage by itself
  }
}

/** Every connection of a service is ended by an administrator, in the midst of what it does. */
export const connectionsEnded: Doing<'connections-ended'> = async ({ admin }, { part }) => {
  const end = 'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1'
  await untilDone(() => admin.query(end, [part]))
  return atOnce
}

/** New transactions may read only, as on a server that has lost its rank. */
export const writesRefused: Doing<'writes-refused'> = async ({ admin }) => {
  await readOnly(admin, true)
  return () => readOnly(admin, false)
}

const readOnly = async (admin: Ground['admin'], is: boolean) => {
  const set = is ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'
  await untilDone(() => admin.query(`alter system ${set}`))
  await untilDone(() => admin.query('select pg_reload_conf()'))
}
