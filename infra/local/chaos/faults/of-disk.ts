import type { Doing } from './ground.ts'
import { writesRefused } from './of-postgres.ts'

/**
 * PostgreSQL has no byte left on its disk: for rows, for its log, for what it sorts. Where a disk of its own cannot be
 * mounted, it refuses to write instead.
 */
export const diskFull: Doing<'disk-full'> = async (ground, fault) => {
  const { disk, raise, say } = ground
  if (disk === undefined) {
    say('no disk can be mounted here: PostgreSQL refuses to write instead')
    return writesRefused(ground, { ...fault, kind: 'writes-refused' })
  }
  disk.fill()
  return async () => {
    disk.free()
    await raise('postgres') // it leaves where it cannot write its log
  }
}
