import { parseArgs } from 'node:util'
import { stackFolder } from '../infra/local/folders.ts'

/** `npm stop -- driven`, or the real stack. */
export const stackArgument = (command: string): string => {
  const args = process.argv.slice(2)
  const [stack = 'real', ...more] = parseArgs({ args, allowPositionals: true, strict: false }).positionals
  if (more.length > 0 || args.some((arg) => arg.startsWith('-')))
    throw new Error(`npm run ${command} takes nothing but the name of a stack, as in: npm run ${command} -- driven`)
  stackFolder(stack) // refuses what cannot be one
  return stack
}
