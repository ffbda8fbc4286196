// Plain JavaScript, because the bootstrap uses it under Node 20; starter-gone.d.mts has its types.
import { readFileSync } from 'node:fs'

/**
 * Acts once when whoever started this process is gone; answers a function that calls it off. A killed parent sends no
 * signal: one only finds oneself with another. npm puts a shell in between that outlives it, so behind a shell of npm's the
 * next one up is watched too.
 */
export const whenStarterIsGone = (act) => {
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return
    clearInterval(timer)
    act()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

// Where there is no /proc the shell of npm gives its place to us, and nobody is in between.
const stat = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

const isShell = (pid) => /\((sh|dash|bash|ash|busybox)\)/.test(stat(pid))

const parentOf = (pid) => /\) \S (\d+)/.exec(stat(pid))?.[1]

// Looked at now, when the process begins: by the time somebody asks they may be gone already.
const parent = process.ppid
const grandparent = process.env.npm_lifecycle_event && isShell(parent) ? parentOf(parent) : undefined
