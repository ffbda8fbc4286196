import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { makeAskContact } from '../src/queue/contacts.ts'
import { somebody } from './somebody.ts'

const answering = async (status: number, body: object = {}) => {
  const asked: (string | undefined)[] = []
  const server = createServer(({ url }, response) => {
    asked.push(url)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = Object(server.address())
  return { url: `http://127.0.0.1:${port}`, asked, close: () => void server.close() }
}
const token = async () => 't'
const contact = { applicant: { ...somebody, email: null, account: null }, representative: null }

test('the sender of what was lost before intake heard of it is found at the post; whom intake knows is not asked for there', async () => {
  const [knowing, ignorant, post, down] = await Promise.all([
    answering(200, contact),
    answering(404),
    answering(200, contact),
    answering(503),
  ])
  const ask = (intake: string, postal: string) => makeAskContact({ intake, postal, token })('d', 'applicant')
  expect((await ask(knowing.url, post.url))?.reach.phone).toBe(somebody.phone)
  expect(post.asked).toEqual([])
  expect((await ask(ignorant.url, post.url))?.reach.phone).toBe(somebody.phone)
  expect(post.asked).toEqual(['/collections/d/contact'])
  expect(await ask(ignorant.url, ignorant.url)).toBeUndefined()
  await expect(ask(down.url, post.url)).rejects.toThrow('503')
  await expect(ask(ignorant.url, down.url)).rejects.toThrow('503')
  expect(await makeAskContact({ intake: ignorant.url, postal: post.url, token })('d', 'representative')).toBeUndefined()
  for (const server of [knowing, ignorant, post, down]) server.close()
})
