import { readdirSync, rmSync } from 'node:fs'
import { stackFolder, stacksFolder } from '../folders.ts'

type TestServer = { value: string; stop: () => Promise<unknown> }

/**
 * Starts a server unless the variable names one already, and gives its address to the test workers, which inherit this
 * process's environment. Projects that want the same server share the first one's; whoever started it stops it.
 */
export const handOver = async (variable: string, start: () => Promise<TestServer>) => {
  if (process.env[variable]) return
  const { value, stop } = await start()
  process.env[variable] = value
  return async () => {
    delete process.env[variable]
    await stop()
    rmSync(testFolder().folder, { recursive: true, force: true })
  }
}

/** One folder for each run of the tests. What killed runs left is cleared away. */
export const testFolder = () => {
  clearLeftovers()
  const stack = `test-${process.pid}`
  return { stack, folder: stackFolder(stack) }
}

const clearLeftovers = () => {
  for (const name of foldersIn(stacksFolder)) {
    const [, pid] = /^test-(\d+)(?:-.*)?$/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(`${stacksFolder}/${name}`, { recursive: true, force: true })
  }
}

const foldersIn = (folder: string) => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
