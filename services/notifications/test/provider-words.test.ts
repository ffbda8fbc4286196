import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { makeSms } from '../src/channels/sms.ts'
import { makeZalo } from '../src/channels/zalo.ts'

const answering = async (body: object) => {
  const server = createServer((_request, response) => void response.end(JSON.stringify(body))).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = Object(server.address())
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

test('of what a provider answers the code is kept, never its sentence: that may hold the number', async () => {
  const address = '84900000001'
  const gateway = await answering({ CodeResult: '104', ErrorMessage: `Invalid phone ${address}` })
  const account = { key: 'k', secret: 's', brand: 'b', callBack: 'http://127.0.0.1:9' }
  const sms = makeSms({ url: gateway.url, ...account })
  expect(await sms.send({ id: 'x', address, content: { channel: 'sms', text: 'Ho so' } })).toEqual({
    is: 'refused',
    why: '104',
  })
  gateway.close()

  const official = await answering({ error: -118, message: `${address} has no account` })
  const zalo = makeZalo({ url: official.url, token: async () => 't' })
  const content = { channel: 'zalo' as const, template: 't', parameters: {} }
  expect(await zalo.send({ id: 'x', address, content })).toEqual({ is: 'refused', why: '-118' })
  official.close()
})
