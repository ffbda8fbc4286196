import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, closeSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Launch = {
  file: string
  args: string[]
  log: string
  env?: NodeJS.ProcessEnv
  cwd?: string
  uid?: number
  gid?: number
  /** PostgreSQL leaves its clients alone on SIGTERM and would wait for them. */
  stopSignal?: 'SIGTERM' | 'SIGINT'
  graceSeconds?: number
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null }
export type GuardedProcess = {
  pid: number
  exited: Promise<Exit>
  stop: () => Promise<Exit>
  kill: () => Promise<Exit>
}

// The part takes this shell's place; a watcher stays behind in its process group and holds a pipe from the starter. The
// kernel closes that pipe however the starter ends, SIGKILL included: then the part is asked to stop, and made to. Its
// number cannot come to mean another process meanwhile, since the watcher keeps the group of that number alive.
const guard = `
signal=$1 grace=$2
shift 2
( (
  read -r _ <&3
  kill -s "$signal" $$
  while [ "$grace" -gt 0 ] && kill -0 $$; do
    read -r state < /proc/$$/stat && case $state in *') Z '*) break;; esac
    sleep 0.1
    grace=$((grace - 1))
  done
  kill -s KILL -- -$$
) 2>/dev/null & )
exec "$@" 3<&-
`

/** Starts a process that cannot outlive this one, in a session of its own, where no Ctrl-C reaches it. */
export const startGuarded = async (launch: Launch): Promise<GuardedProcess> => {
  const { file, args, stopSignal = 'SIGTERM', graceSeconds = 15 } = launch
  const log = openLog(launch.log)
  const { uid, gid, cwd } = launch
  const child = spawn('/bin/sh', ['-c', guard, 'sh', stopSignal.slice(3), `${graceSeconds * 10}`, file, ...args], {
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
    env: cleanEnv(launch.env),
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  })
  closeSync(log)
  const pid = await pidOf(child, file)
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      child.stdio[3]?.destroy() // ends the watcher, and whatever the part left behind
      resolve({ code, signal })
    })
  })
  const kill = () => {
    signalTo(-pid, 'SIGKILL')
    return exited
  }
  const stop = async () => {
    signalTo(pid, stopSignal)
    const late = setTimeout(() => void kill(), graceSeconds * 1_000)
    const exit = await exited
    clearTimeout(late)
    return exit
  }
  return { pid, exited, stop, kill }
}

const pidOf = (child: ChildProcess, file: string) =>
  new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${file} cannot be started: ${error.message}`)))
    child.once('spawn', () => resolve(child.pid ?? 0))
  })

const signalTo = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself a moment ago, as was wanted.
  }
}

// What npm adds to the environment is noise to a part; Kafka's scripts and storage tool stumble over COLUMNS.
const cleanEnv = (added: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries({ ...process.env, ...added }).filter(
      ([name]) => !/^(npm_|COLUMNS$|NODE_OPTIONS$|VITEST)/.test(name),
    ),
  )

const enough = 10_000_000

const openLog = (path: string): number => {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path) && statSync(path).size > enough) renameSync(path, `${path}.old`)
  return openSync(path, 'a')
}
