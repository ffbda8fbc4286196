// Plain JavaScript, because the bootstrap uses it before Node 24 is there; lock.d.mts has its types.
import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Takes the lock or answers who holds it. A dead holder's lock is taken over. */
export const takeLock = (path) => {
  mkdirSync(dirname(path), { recursive: true })
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }))
  try {
    for (;;) {
      if (linked(mine, path)) return { release: () => unlinkQuietly(path) }
      const holder = holderOf(path)
      if (holder) return { holder }
      clearDead(path)
    }
  } finally {
    unlinkQuietly(mine)
  }
}

/** The process that holds the lock, proven by its time of birth: numbers of processes are used again. */
export const holderOf = (path) => {
  const { pid, born } = parsed(read(path))
  return pid && born && bornAt(pid) === born ? pid : undefined
}

/** Undefined for a process that has ended, also when nobody has collected its exit yet. */
export const bornAt = (pid) => {
  if (process.platform !== 'linux')
    return (
      spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`])
        .stdout?.toString()
        .trim() || undefined
    )
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.length < 20 || fields[0] === 'Z' ? undefined : `${bootId()} ${fields[19]}`
}

const bootId = () => read('/proc/sys/kernel/random/boot_id').trim()

// A link is made or not: there is no moment at which the lock exists without its holder's name.
const linked = (from, to) => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

// Moved aside before it is judged for good: between our look and now somebody else may have taken over.
const clearDead = (path) => {
  const aside = `${path}.${process.pid}.dead`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (holderOf(aside)) linked(aside, path)
  unlinkQuietly(aside)
}

const parsed = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const unlinkQuietly = (path) => {
  try {
    unlinkSync(path)
  } catch {
    // Already gone, as was wanted.
  }
}
