import { type Sample, samplesOf } from '../../packages/contracts/test/samples.ts'
import { topics } from '../../packages/contracts/src/topics.ts'
import { type Schema, schemaOf } from './schemas.ts'

type Topic = (typeof topics)[number]

const ref = (place: 'messages' | 'schemas', name: string) => ({ $ref: `#/components/${place}/${name}` })

/** Which member of a message is its key. */
export const keyOf = (topic: Topic): string =>
  topic.key({
    dossierId: 'dossierId',
    applicationId: 'applicationId',
    feedbackId: 'feedbackId',
    findingId: 'findingId',
    key: 'key',
  })

/** The kinds of events that a topic tells; none where it announces whole rows. */
export const eventsOf = ({ schema }: Topic) => ('event' in schema.shape ? schema.shape.event.options : [])

/** AsyncAPI 3 of all topics: a message for each kind of event, with its stored samples as examples. */
export const asyncApi = () => {
  const parts = topics.map(partsOf)
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'One-stop shop: what is told',
      version: '1',
      description:
        'Every topic and message, drawn from the contracts. At least once, in order for each key. Members are only added. Ids, codes and dates only: who needs names asks the service that owns them.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(parts.map(({ name, channel }) => [name, channel])),
    operations: Object.fromEntries(parts.map(({ name, operation }) => [`tell.${name}`, operation])),
    components: {
      messages: Object.assign({}, ...parts.map(({ messages }) => messages)),
      schemas: sorted(Object.assign({}, ...parts.map(({ schemas }) => schemas))),
    },
  }
}

const partsOf = (topic: Topic) => {
  const { name } = topic
  const [service = name] = name.split('.')
  const { messages, schemas } = eventsOf(topic).length > 0 ? toldByEvents(topic) : announcedWhole(topic)
  const refs = Object.fromEntries(Object.keys(messages).map((each) => [each, ref('messages', each)]))
  const channel = {
    address: name,
    description: `Told by ${service}, keyed by \`${keyOf(topic)}\`.`,
    messages: refs,
    bindings: { kafka: { topic: name, bindingVersion: '0.5.0' } },
  }
  const operation = { action: 'send', channel: { $ref: `#/channels/${name}` }, summary: `What ${service} tells.` }
  return { name, channel, operation, messages, schemas }
}

/** Each kind of event is a message of its own: the common envelope, and that event in it. */
const toldByEvents = (topic: Topic): { messages: Schema; schemas: Schema } => {
  const schemas: Schema = {}
  const messages: Schema = {}
  const events = eventsOf(topic)
  const { schema: whole, shapes } = schemaOf(topic.schema)
  const envelope = String(whole['$ref']).replace('#/components/schemas/', '')
  Object.assign(schemas, shapes)
  for (const event of events) {
    const type = event.shape.type.value
    const { schema, shapes: parts } = schemaOf(event)
    Object.assign(schemas, parts, { [type]: schema })
    const payload = { allOf: [ref('schemas', envelope), { properties: { event: ref('schemas', type) } }] }
    messages[type] = message(topic, { type, summary: event.description, payload })
  }
  const told = { oneOf: events.map(({ shape }) => ref('schemas', shape.type.value)) }
  const { properties, ...rest } = Object(schemas[envelope])
  schemas[envelope] = { ...rest, properties: { ...properties, event: told } }
  return { messages, schemas }
}

const announcedWhole = (topic: Topic): { messages: Schema; schemas: Schema } => {
  const { schema, shapes } = schemaOf(topic.schema)
  const type = samplesOf(topic.name)[0]?.type ?? topic.name
  const summary = 'The whole row as it is now, with a revision that only grows; the topic keeps the newest of each key.'
  return { messages: { [type]: message(topic, { type, summary, payload: schema }) }, schemas: shapes }
}

type Told = { type: string; summary: string | undefined; payload: Schema }

const message = (topic: Topic, { type, summary, payload }: Told) => ({
  name: type,
  title: type,
  summary,
  contentType: 'application/json',
  headers: { type: 'object', properties: { requestId: { type: 'string' }, traceparent: { type: 'string' } } },
  payload,
  bindings: {
    kafka: { key: { type: 'string', description: `The message's ${keyOf(topic)}.` }, bindingVersion: '0.5.0' },
  },
  examples: samplesOf(topic.name)
    .filter((sample) => sample.type === type)
    .map(example),
})

/** A form's own JSON Schema is left out of the example: the references in it would be looked for in this document. */
const example = ({ file, body }: Sample) => {
  const text = JSON.stringify(body, (name, value) => (name === 'form' && 'schema' in Object(value) ? emptyForm : value))
  return { name: file.replace(/^.*\//, '').replace('.json', ''), payload: JSON.parse(text) }
}
const emptyForm = { schema: {}, ui: {} }

const sorted = (all: Schema): Schema => Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
