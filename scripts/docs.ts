import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkout } from '../infra/local/folders.ts'
import { asyncApi } from './docs/asyncapi.ts'
import { eventList } from './docs/event-list.ts'
import { tellingList } from './docs/telling-list.ts'
import { orSayWhy, print } from './table.ts'

const folder = 'docs/generated/'
const generated = {
  'asyncapi.json': () => `${JSON.stringify(asyncApi(), null, 2)}\n`,
  'events.md': eventList,
  'tellings.md': tellingList,
}

/** `pnpm run docs` writes what is generated; `pnpm docs:check` says what no longer agrees with the contracts. */
await orSayWhy(() => {
  const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values
  const files = Object.entries(generated).map(([name, draw]) => ({ path: `${folder}${name}`, text: draw() }))
  const changed = files.filter(({ path, text }) => stored(path) !== text)
  if (!check) {
    mkdirSync(`${checkout}${folder}`, { recursive: true })
    for (const { path, text } of changed) writeFileSync(`${checkout}${path}`, text)
    print(changed.length === 0 ? 'Nothing to write.' : changed.map(({ path }) => `Wrote ${path}`).join('\n'))
  } else if (changed.length > 0) {
    const differences = changed.map(
      ({ path, text }) => `${path} differs from the contracts${firstLine(stored(path), text)}`,
    )
    throw new Error(`${differences.join('\n')}\nWrite it with "pnpm run docs", read the difference, and commit it.`)
  } else print(`${files.map(({ path }) => path).join(' and ')} agree with the contracts.`)
})

function stored(path: string): string {
  try {
    return readFileSync(`${checkout}${path}`, 'utf8')
  } catch {
    return ''
  }
}

/** The first line that differs, as it is and as it should be. */
function firstLine(before: string, after: string): string {
  const lines = before.split('\n')
  const at = after.split('\n').findIndex((line, n) => line !== lines[n])
  return at < 0 ? '' : ` from line ${at + 1}:\n- ${lines[at] ?? ''}\n+ ${after.split('\n')[at] ?? ''}`
}
