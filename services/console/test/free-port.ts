import { createServer } from 'node:http'

/** A port that nobody listens on now. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(probe.address())
      probe.close(() => resolve(port))
    })
  })
