import { scrollWorklist } from '../infra/local/worklist-frames.ts'
import { orSayWhy, print, table } from './table.ts'

const rows = 10_000
const slowMs = 50

/**
 * `npm run bench:worklist`: scrolls through a worklist of ten thousand rows as a hand would and counts the frames that took longer
 * than 50 ms. The pages are the built ones; answers come from this script, so that a browser alone is measured.
 */
await orSayWhy(async () => {
  const measured = (await scrollWorklist(rows)).map(({ screen, frames, reached }) => {
    const slow = frames.filter((ms) => ms > slowMs).length
    return [screen, ...[frames.length, slow, Math.round(Math.max(0, ...frames)), reached].map(String)]
  })
  print(table([['screen', 'frames', `over ${slowMs} ms`, 'longest, ms', 'last row drawn'], ...measured]))
})
