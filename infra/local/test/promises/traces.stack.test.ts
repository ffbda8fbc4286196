import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

type Span = { service: string; name: string; traceId: string }
const spans: Span[] = []
let collector: Server
let shop: Shop
beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      spans.push(...spansIn(JSON.parse(body)))
      response.end('{}')
    })
  })
  const port = await new Promise((resolve) =>
    collector.listen(0, '127.0.0.1', () => resolve(Object(collector.address()).port)),
  )
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${String(port)}`
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '200'
  shop = await openShop('traces')
}, 180_000)
afterAll(async () => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  delete process.env['OTEL_BSP_SCHEDULE_DELAY']
  await shop.close()
  collector.close()
}, 60_000)

type Exported = {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] }
    scopeSpans: { spans: { name: string; traceId: string }[] }[]
  }[]
}
const spansIn = ({ resourceSpans }: Exported): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? ''
    return scopeSpans.flatMap((scope) => scope.spans).map(({ name, traceId }) => ({ service, name, traceId }))
  })

test('the trace of a desk’s acceptance goes through SQL and Kafka to Temporal, and on to the alarm that rings weeks later', async () => {
  await shop.accept()
  const rung = () => spans.find(({ service, name }) => service === 'conductor' && name === 'sound alarm')
  await expect.poll(rung, { timeout: 90_000, interval: 250 }).toBeDefined()
  const seen = () => {
    const trace = spans.filter(({ traceId }) => traceId === rung()?.traceId)
    return new Set(trace.map(({ service, name }) => `${service}: ${name.split(' ').slice(0, 2).join(' ')}`))
  }
  const command = 'POST /dossiers/:dossierId/commands'
  await expect
    .poll(() => [...seen()], { timeout: 30_000, interval: 250 })
    .toEqual(
      expect.arrayContaining([
        `casework: ${command}`,
        'casework: sql with',
        'casework: relay send',
        'conductor: sound alarm',
      ]),
    )
  expect([...seen()].filter((span) => /^(conductor|intake): handle casework.dossier.v1/.test(span))).not.toEqual([])
}, 180_000)
