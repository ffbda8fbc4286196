import { Language } from '@dossier/contracts/contact'
import { expect, test } from 'vitest'
import { loadTemplates } from '../src/templates.ts'
import { smsProblem } from '../src/words/unaccented.ts'
import { noWords, sampleWords } from '../src/words/words.ts'
import { books } from './books.ts'

test('whoever is given a dossier, of the officers there are, is named in one text message with their agency', async () => {
  const templates = await loadTemplates(new URL('../templates/', import.meta.url))
  for (const { title, mandates } of books.officers.all().values())
    for (const { organisation, role } of mandates) {
      const agency = books.organisations.all().get(organisation)?.name ?? organisation
      for (const language of Language.options) {
        const { code, at } = sampleWords[language]
        const { sms, short } = templates.say('assigned', language, { ...noWords, code, at, officer: title, agency })
        expect(short).toContain(agency)
        // A worker of the post is given no dossier to decide, and has the longest title of all.
        expect(short.includes(title) || role === 'postal-worker').toBe(true)
        expect([sms, smsProblem(sms)]).toEqual([sms, undefined])
      }
    }
})
