import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { checkout } from './folders.ts'

const dist = `${checkout}services/console/dist`
const types = new Map([
  ['js', 'text/javascript'],
  ['css', 'text/css'],
])
const officer = 'thu-nghiem'

const row = (n: number) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  code: `H21.91.01-261123-${String(n).padStart(5, '0')}`,
  procedure: 'p',
  state: 'in-progress',
  stage: 'register',
  holder: 'H21.91.01',
  offeredTo: null,
  officer: null,
  because: 'holds',
  requests: [],
  dueOn: '2026-11-30',
  light: (['overdue', 'due-soon', 'in-time', 'paused'] as const)[n % 4],
  version: 3,
})

/** The built pages, and answers of so many rows as the services would give them: what a browser does is measured, nothing else. */
export const serveWorklist = async (total: number) => {
  const answers = new Map<string, (asked: URLSearchParams) => object>([
    ['/session', () => ({ subject: `officer:${officer}`, name: officer, mandate: null })],
    [
      '/api/catalogue/organisations',
      () => ({ organisations: [{ code: 'H21.91.01', name: 'Trung tâm Phục vụ hành chính công' }] }),
    ],
    ['/api/catalogue/procedures', () => ({ procedures: [{ code: 'p', name: 'Đăng ký thành lập hộ kinh doanh' }] })],
    [
      `/api/catalogue/officers/${officer}`,
      () => ({
        officer: {
          id: officer,
          mandates: [{ role: 'intake-officer', organisation: 'H21.91.01', from: '2020-01-01', to: null }],
        },
      }),
    ],
    [
      '/api/casework/worklist',
      (asked) => {
        const from = Number(asked.get('after') ?? 0)
        const end = Math.min(total, from + Number(asked.get('limit') ?? 50))
        const rows = Array.from({ length: end - from }, (_, i) => row(from + i + 1))
        return { rows, counts: { 'in-time': total }, next: end < total ? String(end) : null }
      },
    ],
  ])
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
    const answer = answers.get(pathname)
    if (answer !== undefined) return send(response, 'application/json', JSON.stringify(answer(searchParams)))
    if (/^\/(api|session|live|saved)/.test(pathname)) return void response.writeHead(404).end('{}')
    const file = `${dist}${pathname}`
    if (pathname.startsWith('/assets/') && existsSync(file))
      return send(
        response,
        types.get(pathname.split('.').at(-1) ?? '') ?? 'application/octet-stream',
        readFileSync(file),
      )
    return send(
      response,
      'text/html; charset=utf-8',
      readFileSync(`${dist}/index.html`, 'utf8').replaceAll('__NONCE__', ''),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/viec-cua-toi`, close: () => server.close() }
}

const send = (response: ServerResponse, type: string, body: string | Buffer): void =>
  void response.writeHead(200, { 'content-type': type }).end(body)
