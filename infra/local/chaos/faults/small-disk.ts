import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { postgresPlace } from '../../postgres-place.ts'
import type { StackPlan } from '../../stack-plan.ts'

/** A disk of its own for a stack's PostgreSQL, that can be full. */
export type SmallDisk = {
  /** From now on it has not one byte to spare. */
  fill: () => void
  free: () => void
  unmount: () => void
}

const whole = 1024 ** 3
const source = 'one-stop-shop-faults-'
const attempts = 20

/** Mounts it before the server's first start. Gives undefined where this machine lets nobody mount: root of Linux may. */
export const mountSmallDisk = (plan: StackPlan): SmallDisk | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  unmountLeftBehind()
  const { folder, user } = postgresPlace(plan.name, `${plan.folder}/postgres`)
  const owner = user === undefined ? '' : `,uid=${user.uid},gid=${user.gid}`
  if (!mounted('-t', 'tmpfs', '-o', `size=${whole},mode=0700${owner}`, `${source}${process.pid}`, folder))
    return undefined
  const resize = (bytes: number) => mounted('-o', `remount,size=${bytes}`, folder)
  const used = () => {
    const { blocks, bfree, bsize } = statfsSync(folder)
    return (blocks - bfree) * bsize
  }
  return {
    fill: () => {
      // What is written meanwhile makes a size too small, which is refused.
      for (let left = attempts; !resize(used()); left -= 1)
        if (left === 0) throw new Error(`The disk at ${folder} cannot be made as small as what it holds`)
    },
    free: () => {
      if (!resize(whole)) throw new Error(`The disk at ${folder} stays full`)
    },
    unmount: () => void spawnSync('umount', ['--lazy', folder]),
  }
}

const mounted = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0

/** Of runs that were killed before they could. */
const unmountLeftBehind = () => {
  for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
    const [from = '', folder = ''] = line.split(' ')
    if (!from.startsWith(source) || existsSync(`/proc/${from.slice(source.length)}`)) continue
    spawnSync('umount', ['--lazy', folder])
  }
}
