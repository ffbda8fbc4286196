import { expect, test } from 'vitest'
import * as z from 'zod'
import { applicationTopic } from '../src/application.ts'
import { dossierTopic } from '../src/dossier.ts'
import { feedbackTopic } from '../src/feedback.ts'
import { findingTopic } from '../src/finding.ts'
import { letterTopic } from '../src/letter.ts'
import { parcelTopic } from '../src/parcel.ts'
import { topics } from '../src/topics.ts'
import { nameOf, placesIn } from './members.ts'
import { samplesOf } from './samples.ts'

const ofPeople = [dossierTopic, applicationTopic, feedbackTopic, findingTopic, parcelTopic, letterTopic]
const words = (list: string): string[] => list.split(' ')

const citations = ['legalBasis', 'notice']

/** Texts without a fixed form. Each new one is a decision: can a name, a number or a story of a person get into it? */
const texts = [
  // codes and ids that the catalogue, intake or the ledger gave
  ...words(
    'procedure procedureVersion calendar variant code id kind stage branch component components consultation obligation part',
  ),
  ...words('requestId role organisation originals'),
  ...words('slip record handoverRecord complaint incident outcome decision form'), // of papers, parcels and letters
  ...words('person officer applicant'), // the id of an account: whose it is the identity provider knows
  ...words('number proof'), // of a decision, of a receipt
  ...citations,
]

/** What the catalogue says in words is published law, and of an officer the office held. */
const published = {
  'catalogue.procedure.v1': words(
    'key id code name number form basis legalBasis note gaps steps ways conditions condition validity',
  ),
  'catalogue.organisation.v1': words('key name source document'),
  'catalogue.calendar.v1': words('key cause name notice number about reason'),
  'catalogue.officer.v1': words('key title'),
}
const allowed: Record<string, string[]> = {
  ...published,
  ...Object.fromEntries(ofPeople.map(({ name }) => [name, texts])),
}

/** Members that take any text: neither a list of values, nor a date, nor a pattern. */
const freeTexts = (schema: z.ZodType): string[] =>
  [...placesIn(schema)]
    .filter(([, { schema: member }]) => member.type === 'string')
    .filter(([, { schema: member }]) => !member.enum && !member.const && !member.format && !member.pattern)
    .map(([place]) => place)

test.each(topics)('$name has no free text but what is listed', ({ name, schema }) => {
  expect(freeTexts(schema).filter((place) => !allowed[name]?.includes(nameOf(place)))).toEqual([])
})

test('a new free text in an event is noticed', () => {
  const remark = z.object({ event: z.object({ type: z.literal('OpinionAdded'), remark: z.string() }) })
  expect(freeTexts(remark)).toEqual(['event<OpinionAdded>.remark'])
})

const aboutPeople =
  /name|phone|mobile|mail|address|note|text|words|remark|comment|birth|gender|identity|personal|cccd|cmnd|passport|account/i

test.each([...ofPeople, ...topics.filter(({ name }) => name === 'catalogue.officer.v1')])(
  '$name names no member that holds what belongs to a person',
  ({ schema }) => {
    expect([...placesIn(schema).keys()].filter((place) => aboutPeople.test(nameOf(place)))).toEqual([])
  },
)

const textsIn = (body: unknown): [name: string, text: string][] =>
  Object.entries(Object(body)).flatMap(([name, each]): [string, string][] =>
    typeof each === 'string' ? [[name, each]] : textsIn(each),
  )

const blank = /\s/ // a code or a date has none, words have
const numbers = /(?<![\da-f-]|\b[A-Z]{2})(0\d{9}|\d{9}|\d{12})(?![\da-f-])/ // phone, CMND, CCCD; no parcel, as RR473124829VN

const stored = ofPeople.flatMap(({ name }) => samplesOf(name)).map(({ file, body }) => [file, body])
test.each(stored)('%s holds no words and no number of a person', (_file, body) => {
  const said = textsIn(body).filter(([name]) => !citations.includes(name))
  expect(said.filter(([name, text]) => aboutPeople.test(name) || blank.test(text) || numbers.test(text))).toEqual([])
})
