import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(server.address())
      server.close(() => resolve(port))
    })
  })

/** A service as a process of its own, as the stack starts it. */
export const startService = async (main: URL, env: NodeJS.ProcessEnv) => {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const child: ChildProcess = spawn(process.execPath, [main.pathname], {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: `${port}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  const status = (path: string) =>
    fetch(`${url}${path}`).then(
      (response) => response.status,
      () => 0,
    )
  const stop = async () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, status, stop, said: () => said }
}
export type Service = Awaited<ReturnType<typeof startService>>
