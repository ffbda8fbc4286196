import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'

const docker = 'or use `docker compose up` instead'

/** Kafka runs on it, so it is looked for at every start: by its files, since starting it takes longer than we may. */
export const needJava = () => {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : onPath('java')
  const version = java && javaVersion(java)
  if (!version) throw new Error(`Java is missing, which Kafka needs: install Java 17 or newer, ${docker}`)
  if (version < 17) throw new Error(`Java ${version} is too old for Kafka: install Java 17 or newer, ${docker}`)
}

/** Of what fetching takes, names everything that is missing in one sentence. */
export const refuseWithoutPrograms = (wanted) => {
  const missing = []
  if (wanted.includes('kafka') && !onPath('mvn')) missing.push('Maven (`mvn`)')
  if (wanted.some((tool) => tool.startsWith('temporal')) && !pythonHasPip())
    missing.push('Python 3 with pip (`python3 -m pip`)')
  if (missing.length > 0)
    throw new Error(`Missing for the first start: ${missing.join(' and ')}: install it, ${docker}`)
}

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => `${folder}/${program}`)
    .find(isExecutable)

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// Every JDK has a file named `release` beside its bin folder; a wrapper script has not, and is asked.
const javaVersion = (java) => {
  try {
    const release = readFileSync(`${dirname(dirname(realpathSync(java)))}/release`, 'utf8')
    return major(/JAVA_VERSION="([^"]+)"/.exec(release)?.[1])
  } catch {
    const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
    return major(/version "([^"]+)"/.exec(stderr ?? '')?.[1])
  }
}

// Java 8 called itself 1.8.
const major = (version = '') => Number(version.replace(/^1\./, '').split(/[.+-]/)[0]) || undefined

const pythonHasPip = () => spawnSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0
