import type { PaperContent } from '../src/official-papers.ts'
import { longLine, longName, longShort, longWords, unparted } from './long-texts.ts'
import { samples } from './official-paper-samples.ts'

/** The longest sample with the widest letter alone in every field, as many as each may have and without a space; one line of each table. */
export const widest = (): PaperContent => {
  const wide = (json: string, [long, most]: [string, number]) =>
    json.replaceAll(JSON.stringify(long).slice(1, -1), 'W'.repeat(most))
  const all: [string, number][] = [
    [longWords, 1500],
    [longLine, 400],
    [`TM. ${longName}`, 200],
    [longName, 190],
    [unparted, 60],
    [longShort, 60],
  ]
  const few = (_: string, value: unknown): unknown => (Array.isArray(value) ? value.slice(0, 1) : value)
  return JSON.parse(all.reduce(wide, JSON.stringify(samples('longest'))), few)
}
