import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('../..', import.meta.url))
export const stacksFolder = `${checkout}.local/stacks`

/** Everything one stack ever writes; PostgreSQL under root may have to move out (see `postgres-place.ts`). */
export const stackFolder = (stack: string): string => {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(stack)) return `${stacksFolder}/${stack}`
  throw new Error(`A stack cannot be named "${stack}": use small letters, digits and dashes, a letter first`)
}

const versions: Record<string, string> = JSON.parse(readFileSync(new URL('tools.json', import.meta.url), 'utf8'))

/** Where the bootstrap puts a tool. The version is in the name, so a folder that exists is complete and right. */
export const toolFolder = (tool: string): string => `${checkout}.local/tools/${tool}-${versions[tool]}`

export const temporalCli = (): string => `${toolFolder('temporal')}/temporal`
export const temporalTestServer = (): string => `${toolFolder('temporal-test-server')}/temporal-test-server`
