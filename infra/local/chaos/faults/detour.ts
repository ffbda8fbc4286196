import { createServer, connect, type Socket } from 'node:net'

/**
 * What may be done to a line: `cut` resets connections and takes no new ones; `slow` holds back every piece both ways;
 * `half-open` takes what is sent and says nothing, as a machine does that is gone without a word; `answers-lost` lets
 * requests through and answers go astray.
 */
export type Trouble = { is: 'cut' | 'half-open' | 'answers-lost' } | { is: 'slow'; delayMs: number }

/** A go-between for one server. */
export type Detour = {
  port: number
  /** Troubles the lines of one caller until what it gives is called. */
  trouble: (caller: string, trouble: Trouble) => () => void
  close: () => Promise<void>
}

/** `callerOf` tells from the first bytes of a connection who speaks; all three servers' clients speak first. */
type Way = { to: number; callerOf: (first: Buffer) => string }

/** Opens a go-between before the server on port `to` of this machine; it listens on a free port. */
export const openDetour = async ({ to, callerOf }: Way): Promise<Detour> => {
  const troubles = new Map<string, Trouble>()
  const lines = new Set<Line>()
  const server = createServer((client) => {
    client.on('error', () => client.destroy())
    client.once('data', (first) => {
      const caller = callerOf(first)
      if (troubles.get(caller)?.is === 'cut') return void client.resetAndDestroy()
      const line = makeLine({
        client,
        server: connect(to, '127.0.0.1'),
        caller,
        troubleNow: () => troubles.get(caller),
      })
      lines.add(line)
      client.once('close', () => lines.delete(line))
      line.begin(first)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address !== 'object') throw new Error('A server that listens has no port')

  const of = (caller: string) => [...lines].filter((line) => line.caller === caller)
  return {
    port: address.port,
    trouble: (caller, trouble) => {
      troubles.set(caller, trouble)
      if (trouble.is === 'cut') for (const line of of(caller)) line.reset()
      return () => {
        troubles.delete(caller)
        // Bytes are missing there: as the other side would, it tells that it knows nothing of this connection.
        for (const line of of(caller)) if (line.hasLost()) line.reset()
      }
    },
    close: async () => {
      for (const line of lines) line.reset()
      await new Promise((closed) => server.close(closed))
    },
  }
}

type Line = { caller: string; begin: (first: Buffer) => void; reset: () => void; hasLost: () => boolean }
type Ends = { client: Socket; server: Socket; caller: string; troubleNow: () => Trouble | undefined }

const makeLine = ({ client, server, caller, troubleNow }: Ends): Line => {
  let lost = false
  const reset = () => {
    client.resetAndDestroy()
    server.resetAndDestroy()
  }
  // Each direction hands its pieces over one after another, whatever each was held back for.
  const carrier = (to: Socket, isAnswer: boolean) => {
    let before = Promise.resolve()
    const later = (ms: number, work: () => void) => {
      before = before.then(() => new Promise((next) => setTimeout(next, ms))).then(work)
    }
    const swallows = () => {
      const is = troubleNow()?.is
      return is === 'half-open' || (is === 'answers-lost' && isAnswer)
    }
    return {
      carry: (piece: Buffer) => {
        const trouble = troubleNow()
        if (lost || swallows()) return void (lost = true)
        later(trouble?.is === 'slow' ? trouble.delayMs : 0, () => void (to.destroyed || to.write(piece)))
      },
      // The end of one side is no more heard than its words.
      end: () => {
        if (lost || swallows()) lost = true
        else later(0, () => void to.end())
      },
    }
  }
  const toServer = carrier(server, false)
  const toClient = carrier(client, true)
  client.on('data', toServer.carry)
  server.on('data', toClient.carry)
  client.on('end', toServer.end)
  server.on('end', toClient.end)
  server.on('error', reset)
  client.on('error', reset)
  server.setNoDelay(true)
  client.setNoDelay(true)
  return { caller, begin: toServer.carry, reset, hasLost: () => lost }
}
