import { existsSync, readdirSync, readSync, openSync, statSync, closeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stackFolder } from '../infra/local/folders.ts'
import { lastLines } from '../infra/local/until-ready.ts'
import { orSayWhy, print } from './table.ts'

const usage = 'npm run logs [part] [-- -f] [-- --name <stack>]'

const asked = () => {
  const options = { follow: { type: 'boolean', short: 'f' }, name: { type: 'string', default: 'real' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Error(`That is not how logs are read: ${usage}`, { cause: error })
  }
}

await orSayWhy(() => {
  const { values, positionals } = asked()
  const folder = `${stackFolder(values.name)}/logs`
  const there = existsSync(folder) ? readdirSync(folder).flatMap((file) => /^(.+)\.log$/.exec(file)?.[1] ?? []) : []
  if (there.length === 0) throw new Error(`The stack ${values.name} has no logs yet: npm start writes them`)
  const unknown = positionals.find((part) => !there.includes(part))
  if (unknown) throw new Error(`No log of ${unknown}: there are ${there.join(', ')}`)
  const parts = positionals.length > 0 ? positionals : there
  const prefix = (part: string) => (parts.length > 1 ? `${part.padEnd(9)} ` : '')
  for (const part of parts) {
    const path = `${folder}/${part}.log`
    const lines = lastLines(path, parts.length > 1 ? 10 : 100)
    if (lines) print(lines.replaceAll(/^/gm, prefix(part)))
    if (values.follow) follow(path, prefix(part))
  }
})

/** Prints whole lines as they come. A log that became shorter was begun anew. */
function follow(path: string, prefix: string): void {
  let read = statSync(path).size
  let rest = ''
  setInterval(() => {
    const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 }
    if (size < read) read = 0
    if (size === read) return
    const chunk = Buffer.alloc(size - read)
    const file = openSync(path, 'r')
    read += readSync(file, chunk, 0, chunk.length, read)
    closeSync(file)
    const lines = (rest + chunk.toString('utf8')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) print(`${prefix}${line}`)
  }, 200)
}
