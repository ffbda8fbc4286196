import { readFileSync } from 'node:fs'
import { Parser } from '@asyncapi/parser'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { ApplicationEvent } from '../src/application.ts'
import { DossierEvent } from '../src/dossier-event.ts'
import { topics } from '../src/topics.ts'
import { samplesOf } from './samples.ts'

const written = readFileSync(new URL('../../../docs/generated/asyncapi.json', import.meta.url), 'utf8')
const { document, diagnostics } = await new Parser().parse(written)
const channels = document?.channels().all() ?? []
const messagesOf = (name: string) =>
  channels
    .find((channel) => channel.address() === name)
    ?.messages()
    .all() ?? []

test('the reference parser accepts the document without an error', () => {
  expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([])
  expect(document?.version()).toBe('3.1.0')
})

test('every topic is a channel, and no other is', () => {
  expect(channels.map((channel) => channel.address())).toEqual(topics.map(({ name }) => name))
})

const events = [...DossierEvent.options, ...ApplicationEvent.options].map(({ shape, description }) => ({
  type: shape.type.value,
  when: description,
}))

test.each(events)('$type is a message that says when it happens', ({ type, when }) => {
  const [message] = topics.flatMap(({ name }) => messagesOf(name)).filter((each) => each.name() === type)
  expect(message?.summary()).toBe(when)
  expect(when).toMatch(/^[A-Z].{20,}\.$/)
})

test.each(topics)('$name: each message has a payload, its key, and its stored samples as examples', ({ name }) => {
  const messages = messagesOf(name)
  expect(messages.filter((message) => message.payload() === undefined)).toEqual([])
  expect(messages.map((message) => message.bindings().get('kafka')?.value().key.type)).toEqual(
    messages.map(() => 'string'),
  )
  const examples = messages.flatMap((message) =>
    message
      .examples()
      .all()
      .map((each) => `${name}/${each.name()}.json`),
  )
  expect(examples.toSorted()).toEqual(
    samplesOf(name)
      .map(({ file }) => file)
      .toSorted(),
  )
})

// The parser does not look into examples; a partner's tools do.
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ ...JSON.parse(written), $id: 'https://one-stop-shop/asyncapi.json' })
const faults = (message: string, payload: unknown) => {
  const fits = ajv.getSchema(`https://one-stop-shop/asyncapi.json#/components/messages/${message}/payload`)
  if (fits === undefined) throw new Error(`The document has no message ${message}`)
  return fits(payload) === true ? [] : (fits.errors ?? [])
}

const stored = topics.flatMap(({ name }) => samplesOf(name)).map(({ file, type, body }) => [file, type, body] as const)
test.each(stored)('%s fits the schema that is published', (_file, type, body) => {
  expect(faults(type, body)).toEqual([])
  expect(faults(type, { ...Object(body), added: 'later' })).toEqual([])
  const [first = ''] = Object.keys(Object(body))
  expect(faults(type, { ...Object(body), [first]: undefined })).not.toEqual([])
})
