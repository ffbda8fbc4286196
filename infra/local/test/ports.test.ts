import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePorts, planPorts, refuseTakenPort } from '../ports.ts'

test('the real stack has the ports of the runbook, the driven one lies a hundred above', () => {
  expect(planPorts('real', {})).toMatchObject({ postgres: 55432, kafka: 59092, 'temporal-ui': 58233, casework: 4003 })
  expect(planPorts('driven', {})).toMatchObject({ postgres: 55532, 'kafka-controller': 59193, conductor: 4104 })
})

test('no two ports of the real, the driven and any named stack are the same', () => {
  const named = ['scaled', 'x', 'a', 'b', 'c', 'd', 'e', 'f'].map((name) => Object.values(planPorts(name, {})))
  const own = ['real', 'driven'].flatMap((name) => Object.values(planPorts(name, {})))
  expect(new Set(own).size).toBe(own.length)
  for (const ports of named) expect(new Set([...own, ...ports]).size).toBe(own.length + ports.length)
})

test('every port can be set by a variable', () => {
  const ports = planPorts('real', { PORT_POSTGRES: '5433', PORT_KAFKA_CONTROLLER: '9093', PORT_TEMPORAL: '' })
  expect(ports).toMatchObject({ postgres: 5433, 'kafka-controller': 9093, temporal: 57233 })
  expect(() => planPorts('real', { PORT_CASEWORK: 'http' })).toThrow('PORT_CASEWORK=http is no port')
})

test('a taken port is refused by number, part and variable', async () => {
  const { 'temporal-ui': port } = await freePorts()
  const taker = createServer()
  await new Promise<void>((listening) => taker.listen(port, '127.0.0.1', listening))
  await expect(refuseTakenPort('temporal-ui', port)).rejects.toThrow(
    `Port ${port} for temporal-ui is taken by another program: free it, or set PORT_TEMPORAL_UI to another`,
  )
  await new Promise((closed) => taker.close(closed))
  await refuseTakenPort('temporal-ui', port)
})

test('a stack of tests has ports of its own, none of those that systems give to connections', async () => {
  const ports = Object.values(await freePorts())
  expect(new Set(ports).size).toBe(ports.length)
  expect(ports.filter((port) => port >= 32_768)).toEqual([])
})
