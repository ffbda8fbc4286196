import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callerOfKafka, callerOfPostgres } from '../chaos/faults/callers.ts'
import { type Detour, openDetour } from '../chaos/faults/detour.ts'

// A server that says back what it hears, and remembers it.
let server: ReturnType<typeof createServer>
let heard: string
let detour: Detour
const clients: Socket[] = []

beforeEach(async () => {
  heard = ''
  server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      heard += piece.toString()
      socket.write(piece)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  detour = await openDetour({ to: portOf(server), callerOf: (first) => first.toString().split(' ')[0] ?? '' })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await detour.close()
  await new Promise((closed) => server.close(closed))
})

const portOf = (one: ReturnType<typeof createServer>): number => {
  const address = one.address()
  if (address === null || typeof address !== 'object') throw new Error('It listens nowhere')
  return address.port
}

/** Somebody who has said their name, and what they were answered and how it ended. */
const caller = async (name: string) => {
  const socket = connect(detour.port, '127.0.0.1')
  clients.push(socket)
  const one = { answers: '', error: '', closed: false, say: (text: string) => socket.write(text) }
  socket.on('data', (piece) => (one.answers += piece.toString()))
  socket.on('error', (error: NodeJS.ErrnoException) => (one.error = error.code ?? error.message))
  socket.on('close', () => (one.closed = true))
  await once(socket, 'connect')
  socket.write(`${name} `)
  return one
}

test('without a trouble everything is handed over both ways', async () => {
  const one = await caller('casework')
  await vi.waitFor(() => expect(one.answers).toBe('casework '))
  one.say('a')
  await vi.waitFor(() => expect(one.answers).toBe('casework a'))
})

test('a cut ends the lines of one caller, takes no new ones of it, and leaves the others', async () => {
  const one = await caller('casework')
  const other = await caller('postal')
  await vi.waitFor(() => expect([one.answers, other.answers]).toEqual(['casework ', 'postal ']))
  const lift = detour.trouble('casework', { is: 'cut' })
  await vi.waitFor(() => expect(one).toMatchObject({ closed: true, error: 'ECONNRESET' }))
  const again = await caller('casework')
  await vi.waitFor(() => expect(again.closed).toBe(true))
  other.say('b')
  await vi.waitFor(() => expect(other.answers).toBe('postal b'))
  lift()
  const after = await caller('casework')
  await vi.waitFor(() => expect(after.answers).toBe('casework '))
})

test('a slow line holds each piece back, and keeps their order when it is quick again', async () => {
  const one = await caller('casework')
  await vi.waitFor(() => expect(one.answers).toBe('casework '))
  const lift = detour.trouble('casework', { is: 'slow', delayMs: 150 })
  const begun = Date.now()
  one.say('1')
  await vi.waitFor(() => expect(heard).toBe('casework 1'))
  expect(Date.now() - begun).toBeGreaterThanOrEqual(140)
  one.say('2')
  lift()
  one.say('3')
  await vi.waitFor(() => expect(one.answers).toBe('casework 123'))
})

test('a half-open line takes what is sent, says nothing, and is reset when the trouble ends', async () => {
  const one = await caller('casework')
  await vi.waitFor(() => expect(one.answers).toBe('casework '))
  const lift = detour.trouble('casework', { is: 'half-open' })
  one.say('lost')
  const late = await caller('casework')
  const other = await caller('postal')
  await vi.waitFor(() => expect(other.answers).toBe('postal '))
  expect([one.closed, late.closed, late.answers]).toEqual([false, false, ''])
  expect(heard).toBe('casework postal ')
  lift()
  await vi.waitFor(() => expect([one.closed, late.closed]).toEqual([true, true]))
})

test('where answers are lost what was asked is heard all the same', async () => {
  const one = await caller('casework')
  await vi.waitFor(() => expect(one.answers).toBe('casework '))
  const lift = detour.trouble('casework', { is: 'answers-lost' })
  one.say('done')
  await vi.waitFor(() => expect(heard).toBe('casework done'))
  expect([one.answers, one.closed]).toEqual(['casework ', false])
  lift()
  await vi.waitFor(() => expect(one.closed).toBe(true))
})

test('PostgreSQL’s and Kafka’s clients say who they are in their first bytes', () => {
  const startUp = Buffer.from('\0\0\0\x40\0\x03\0\0user\0casework\0database\0onestop\0\0', 'latin1')
  expect(callerOfPostgres(startUp)).toBe('casework')
  const request = Buffer.from('\0\0\0\x14\0\x12\0\x02\0\0\0\x01\0\x06postal', 'latin1')
  expect(callerOfKafka(request)).toBe('postal')
  expect(callerOfKafka(Buffer.from('\0\0\0'))).toBe('unknown')
})
