import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { checkout } from './folders.ts'

const folder = `${checkout}services/console/`
const madeFrom = `${folder}dist/made-from`
const sources = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'src/**/*.{ts,tsx,css,js,json,svg}',
  '../../pnpm-lock.yaml',
]

let building: Promise<void> | undefined

/** Builds the console's pages, once for each state of their sources. */
export const buildPages = (): Promise<void> => {
  building ??= build().finally(() => (building = undefined))
  return building
}

const build = async () => {
  const now = hashOfSources()
  if (before() === now) return
  const vite = `${folder}node_modules/vite/bin/vite.js`
  // Whatever this process runs as: a test's own environment would make the larger development pages.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env })
  writeFileSync(madeFrom, now)
}

const hashOfSources = () => {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: folder }).filter((file) => !file.startsWith('src/server'))
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(`${folder}${file}`))
  return hash.digest('hex')
}

const before = () => {
  try {
    return readFileSync(madeFrom, 'utf8')
  } catch {
    return undefined // never built here
  }
}
