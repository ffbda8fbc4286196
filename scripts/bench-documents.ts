import { allLetters } from '../packages/documents/test/all-letters.ts'
import { type Letter, makeTypesetter } from '../packages/documents/src/typesetter.ts'
import { orSayWhy, print, table } from './table.ts'

const rounds = 20
const goal = 50

/** `npm run bench:documents`: what each form costs to set when warm, as usual and at its largest, beside the goal; in one run. */
await orSayWhy(() => {
  const typeset = makeTypesetter()
  const rows = allLetters().map(({ name, usual, largest }) => {
    const [a, b] = [
      milliseconds((nth) => typeset(another(usual, nth))),
      milliseconds((nth) => typeset(another(largest, nth))),
    ]
    const verdict = (took: number) => `${took.toFixed(1)}${took <= goal ? '' : ' *'}`
    return { name, a, b, cells: [name, verdict(a), verdict(b), (b / a).toFixed(1)] }
  })
  print(table([['form', 'usual', 'largest', 'ratio'], ...rows.map(({ cells }) => cells)]))
  const over = (which: 'a' | 'b') => rows.filter((row) => row[which] > goal).length
  print(
    `\nMilliseconds of processor time when warm. Goal: ${goal}, missed (*) by ${over('a')} usual and ${over('b')} largest of ${rows.length}.`,
  )
})

/** The same letter to somebody else: other words of the same length in every line, for what was set before is remembered. */
function another({ content, ...letter }: Letter, nth: number): Letter {
  const number = String(nth).padStart(3, '0')
  const varied = (text: string) => (text.includes(' ') && !text.startsWith('<') ? text.slice(0, -3) + number : text)
  const others: Letter['content'] = JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'string' ? varied(value) : value,
  )
  return { ...letter, content: others }
}

/** Processor time of one letter, the middle of many rounds after some to warm up: what else the machine does is not counted. */
function milliseconds(work: (nth: number) => unknown): number {
  for (let nth = 0; nth < 5; nth += 1) work(nth)
  const took = Array.from({ length: rounds }, (_, i) => {
    const before = process.cpuUsage()
    work(100 + i)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return took.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}
