import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whenStarterIsGone } from '../../infra/local/starter-gone.mjs'
import { checkout, node, runningNodeIsRight } from './tools.mjs'

/** Ends as the script does. */
export const runScript = (script, args) => {
  const path = [dirname(node), `${checkout}node_modules/.bin`, process.env.PATH].join(delimiter)
  if (runningNodeIsRight) {
    process.env.PATH = path
    process.argv = [process.argv[0], script, ...args]
    return void import(pathToFileURL(script).href)
  }
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } })
  child.on('error', ({ message }) => {
    process.stderr.write(`${node} cannot be started: ${message}; remove .local/tools and try again\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
  // From a terminal the script hears Ctrl-C itself; npm and others tell only us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  whenStarterIsGone(() => child.kill('SIGTERM'))
}
