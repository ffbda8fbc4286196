import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

type Process = { pid: number; parent: number; group: number; cpuSeconds: number; kilobytes: number }
export type Usage = { cpuSeconds: number; megabytes: number }

/** A process and all that descend from it. */
export const familyOf = (root: number, all: Process[]): number[] => {
  const family = [root]
  // The list grows while it is walked: children's children are found in their turn.
  for (const pid of family) family.push(...all.filter(({ parent }) => parent === pid).map((child) => child.pid))
  return family
}

/** What a process and all that descend from it have used. */
export const usageOf = (root: number, all: Process[]): Usage => {
  const family = familyOf(root, all)
  const members = all.filter(({ pid }) => family.includes(pid))
  const sum = (of: (member: Process) => number) => members.reduce((total, member) => total + of(member), 0)
  return { cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds), megabytes: Math.round(sum((m) => m.kilobytes) / 1_024) }
}

/** All processes: from /proc, since small images have no `ps`, and from `ps` where there is no /proc. */
export const processes = (): Process[] => (process.platform === 'linux' ? fromProc() : fromPs())

const ticksPerSecond = 100

const fromProc = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = read(`/proc/${pid}/stat`)
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields.length < 15) return []
      // Its own, and that of children which have ended: else a family's use would fall with each of them.
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
      return [
        {
          pid: Number(pid),
          parent: Number(fields[1]),
          group: Number(fields[2]),
          cpuSeconds: ticks / ticksPerSecond,
          kilobytes: memoryOf(pid),
        },
      ]
    })

// PostgreSQL's processes share memory: each counts its share, or they would seem to need several times what they do.
const memoryOf = (pid: string) => {
  const share = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))
  const whole = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))
  return Number((share ?? whole)?.[1] ?? 0)
}

const fromPs = (): Process[] =>
  spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,rss=,time='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', group = '', kilobytes = '', time = ''] = line.trim().split(/\s+/)
      const cpuSeconds = time.split(/[:-]/).reduce((seconds, part) => seconds * 60 + Number(part), 0)
      return {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        cpuSeconds,
        kilobytes: Number(kilobytes),
      }
    })

// A process may end between being listed and being read.
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
