import { createServer, type IncomingMessage } from 'node:http'
import { mintS10 } from '@dossier/domain/s10'
import * as z from 'zod'

type Kept = { itemCode: string; order: string; statuses: { status: number; createdDate: string; createHour: string }[] }
const Asked = z.looseObject({ saleOrderCode: z.string().optional(), itemCode: z.string().optional() })

/** MyVNPost as public code meets it, with its moods: a token that ends, lists for single things, a blank after a name. */
export const openMyVnpost = async () => {
  const kept = new Map<string, Kept>()
  let token = 'first'
  let tokens = 0
  let down = false
  let created = 0
  let loseAnswers = 0
  const proofs = new Map<string, object>()
  const byCode = (code: string | null) =>
    [...kept.values()].find(({ itemCode, order }) => itemCode === code || order === code)

  const answer = async (
    request: IncomingMessage,
    body: z.infer<typeof Asked>,
  ): Promise<[status: number, json: unknown]> => {
    const url = new URL(request.url ?? '', 'http://x')
    const path = url.pathname.replace('/customer-partner/', '')
    if (path === 'GetAccessToken') {
      token = `token-${(tokens += 1)}`
      return [200, { success: true, token }]
    }
    if (request.headers['token'] !== token) return [401, { message: 'Token không hợp lệ' }]
    const found = byCode(url.searchParams.get('code'))
    switch (path) {
      case 'CreateOrder': {
        const order = body.saleOrderCode ?? ''
        if (order === mintS10('CA', 99)) return [400, { message: 'Không phục vụ địa chỉ này' }]
        created += 1
        const itemCode = mintS10('EJ', created)
        kept.set(itemCode, {
          itemCode,
          order,
          statuses: [{ status: 1, createdDate: '17/03/2021', createHour: '16:00:00' }],
        })
        return [200, { itemCode }]
      }
      case 'getOrder':
        if (found === undefined) return [200, { data: null }]
        return [200, { data: [{ itemCode: found.itemCode, deliveryProof: proofs.get(found.itemCode) ?? null }] }]
      case 'GetStatusHistoryOrder':
        return found === undefined ? [404, {}] : [200, { data: [{ 'statusHistory ': found.statuses.toReversed() }] }]
      case 'orderCancel':
        return (byCode(body.itemCode ?? null)?.statuses.length ?? 9) > 1 ? [400, { message: 'Đã lấy hàng' }] : [200, {}]
      default:
        return [404, {}]
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (down) return void response.writeHead(502).end('<html>Bad Gateway</html>')
      const body = Asked.parse(JSON.parse(Buffer.concat(chunks).toString() || '{}'))
      void answer(request, body).then(([status, json]) => {
        if (loseAnswers > 0 && request.url?.includes('CreateOrder') === true) {
          loseAnswers -= 1
          return request.socket.destroy()
        }
        return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
      })
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    endToken: () => void (token = 'ended'),
    setDown: (is: boolean) => void (down = is),
    loseNextAnswer: () => void (loseAnswers = 1),
    created: () => created,
    tell: (code: string, status: number, at: [day: string, time: string], proof?: object) => {
      const parcel = byCode(code)
      parcel?.statuses.push({ status, createdDate: at[0], createHour: at[1] })
      if (parcel !== undefined && proof !== undefined) proofs.set(parcel.itemCode, proof)
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
