import { readdirSync, readFileSync } from 'node:fs'
import { Language } from '@dossier/contracts/contact'
import { DossierMessage } from '@dossier/contracts/dossier'
import { FeedbackMessage } from '@dossier/contracts/feedback'
import { ParcelMessage } from '@dossier/contracts/parcel'
import { tellings, tellingsOf } from '@dossier/contracts/telling'
import type { TellingRule } from '@dossier/contracts/telling-shapes'
import { expect, test } from 'vitest'
import { loadTemplates } from '../src/templates.ts'
import type { Facts } from '../src/telling/facts.ts'
import { newsOfDossier, newsOfFeedback } from '../src/telling/heard.ts'
import { makeSay } from '../src/words/say.ts'
import { smsProblem } from '../src/words/unaccented.ts'
import { books } from './books.ts'

const stored = (topic: string): { file: string; body: unknown }[] => {
  const folder = new URL(`../../../packages/contracts/test/samples/${topic}/`, import.meta.url)
  return readdirSync(folder).map((file) => ({ file, body: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }))
}
const axes = DossierMessage.parse(
  stored('casework.dossier.v1').find(({ file }) => file === 'ResultSigned.json')?.body,
).axes

const cases: [string, TellingRule, Facts][] = [
  ...stored('casework.dossier.v1').map(({ file, body }): [string, TellingRule, Facts] => {
    const message = DossierMessage.parse(body)
    const { at, seq, event, actor } = message
    const rule =
      event.type === 'AlarmSounded'
        ? Object(tellings.alarms)[event.alarm.kind]
        : tellings['casework.dossier.v1'][event.type]
    return [file, rule, { at, seq, event, heard: { receivedAt: at, ...newsOfDossier(message) }, actor: actor.person }]
  }),
  ...stored('postal.parcel.v1').map(({ file, body }): [string, TellingRule, Facts] => {
    const { happenedAt: at, seq, event } = ParcelMessage.parse(body)
    return [file, tellings['postal.parcel.v1'][event.type], { at, seq, event, heard: { axes }, actor: null }]
  }),
  ...stored('intake.feedback.v1').map(({ file, body }): [string, TellingRule, Facts] => {
    const message = FeedbackMessage.parse(body)
    const { at, seq, event } = message
    return [
      file,
      tellings['intake.feedback.v1'][event.type],
      { at, seq, event, heard: newsOfFeedback(message), actor: null },
    ]
  }),
]

test.each(cases)(
  '%s has words in both languages, and fits a text message where it goes by one',
  async (_file, rule, facts) => {
    const templates = await loadTemplates(new URL('../templates/', import.meta.url))
    const say = makeSay(books)
    for (const { template, channels } of tellingsOf(rule))
      for (const language of Language.options) {
        const words = { ...say(facts, language), name: 'Nguyễn Thử Nghiệm', reference: 'PA-0001' }
        const said = templates.say(template, language, words)
        // A hole in a sentence: what it speaks of was not there.
        for (const text of [said.subject, said.short]) expect(text).not.toMatch(/ {2}| [.,:]|: *$|undefined|\(\)/)
        expect(channels.includes('sms') ? smsProblem(said.sms) : undefined).toBeUndefined()
        expect(channels.includes('email') && said.html === null).toBe(false)
      }
  },
)

test('the mail of a signed result, and of all that comes after, names the agency that signed, not the desk it went back to', () => {
  const signed = cases.find(([file]) => file === 'ResultSigned.json')?.[2]
  if (signed === undefined) throw new Error('no sample')
  const { desk, agency } = makeSay(books)(signed, 'vi')
  expect(agency).toBe(books.organisations.all().get('H21.52')?.name)
  expect(agency).not.toBe(desk)
})

test('of a parcel lost before there was a dossier the words have no hole where its code would be', async () => {
  const templates = await loadTemplates(new URL('../templates/', import.meta.url))
  for (const language of Language.options) {
    const lost = cases.find(([file]) => file === 'ParcelLost.json')?.[2]
    if (lost === undefined) throw new Error('no sample')
    const { subject, short } = templates.say('result-lost', language, makeSay(books)({ ...lost, heard: {} }, language))
    for (const text of [subject, short]) expect(text).not.toMatch(/ {2}| [.,:]/)
  }
})
