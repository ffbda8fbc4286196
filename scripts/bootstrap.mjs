// `node scripts/bootstrap.mjs <command> …` runs scripts/<command>.ts under Node 24, after fetching what it needs.
// Plain JavaScript for Node 20.19, without dependencies: in a fresh clone there is nothing else.
import { existsSync } from 'node:fs'
import { missingOf, provide } from './bootstrap/provide.mjs'
import { runScript } from './bootstrap/run-script.mjs'
import { checkout } from './bootstrap/tools.mjs'

const { argv, env } = process
const [command, ...args] = argv.slice(2)

/** The programs a command needs besides Node 24. A server named in the environment needs no program here. */
const needs = () => {
  const kafka = env.KAFKA_BROKERS ? [] : ['kafka']
  const temporal = env.TEMPORAL_ADDRESS ? [] : ['temporal']
  const everything = ['packages', ...kafka, ...temporal, 'temporal-test-server']
  switch (command) {
    case 'provide':
      return args
    case 'stop':
    case 'status':
    case 'logs':
    case 'reset':
      return []
    case 'start':
      return args.some((arg) => /^(--clock=)?driven$/.test(arg))
        ? ['packages', ...kafka, 'temporal-test-server']
        : ['packages', ...kafka, ...temporal]
    case 'screenshots':
      return args.length > 0 ? ['packages'] : ['packages', ...kafka, ...temporal]
    case 'test':
    case 'demo':
    case 'bench':
    case 'chaos':
      return everything
    default:
      return ['packages']
  }
}

const script = `${checkout}scripts/${command}.ts`

try {
  if (command !== 'provide' && !(/^[a-z-]+$/.test(command ?? '') && existsSync(script)))
    throw new Error(`There is no command "${command ?? ''}": see the scripts in package.json`)
  const missing = missingOf(['node', ...needs()])
  if (missing.length > 0) await provide(missing)
  if (command !== 'provide') runScript(script, args)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
