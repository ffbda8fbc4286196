import { spawn } from 'node:child_process'
import { checkout } from '../infra/local/folders.ts'
import { whenStarterIsGone } from '../infra/local/starter-gone.mjs'

/** Runs a program in the checkout, with our terminal and the packages' programs; answers its exit code. */
export const runToEnd = (program: string, args: string[]): Promise<number | NodeJS.Signals> =>
  new Promise((resolve, reject) => {
    const PATH = `${checkout}node_modules/.bin:${process.env['PATH']}`
    const child = spawn(program, args, {
      cwd: checkout,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH },
    })
    const pass = (signal: NodeJS.Signals) => void child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, pass)
    whenStarterIsGone(() => pass('SIGTERM'))
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      resolve(signal ?? code ?? 1)
    })
  })
