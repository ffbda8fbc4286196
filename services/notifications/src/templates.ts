import { readFile } from 'node:fs/promises'
import { Language } from '@dossier/contracts/contact'
import { MessageTemplate } from '@dossier/contracts/telling-shapes'
import { Liquid, type Template } from 'liquidjs'
import * as z from 'zod'
import { smsProblem, unaccented } from './words/unaccented.ts'
import { noWords, sampleWords, Words } from './words/words.ts'

/** One message in one language, for every channel. `text` and `html` are there where a template has words for an e-mail. */
export const Said = z.object({
  subject: z.string(),
  short: z.string(),
  sms: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  zalo: z.object({ template: z.string(), parameters: z.record(z.string(), z.string()) }),
})
export type Said = z.infer<typeof Said>

const ZaloTemplate = z.strictObject({ template: z.string(), parameters: z.record(z.string(), z.string()) })
const parts = ['subject', 'short', 'text'] as const
type Part = (typeof parts)[number]
const ofLayout = ['body', 'subject', 'short']

const plainText = new Liquid({ strictVariables: true, strictFilters: true })
const escaped = new Liquid({ strictVariables: true, strictFilters: true, outputEscape: 'escape' })

export type Templates = {
  /** Gives the words of a message. Throws where a text message would be too long. */
  say: (template: MessageTemplate, language: Language, words: Words) => Said
  /** Whether it can be sent by e-mail: those for officers are short and in-app alone. */
  hasText: (template: MessageTemplate) => boolean
}

/** Reads all templates of a folder and tries each; throws naming template, part and variable if one cannot be right. */
export const loadTemplates = async (folder: URL): Promise<Templates> => {
  const read = (path: string) => readFile(new URL(path, folder), 'utf8')
  const zalo = ZaloTemplate.parse(JSON.parse(await read('zalo.json')))
  const known = new Set([...Object.keys(noWords), ...ofLayout])
  for (const [name, variable] of Object.entries(zalo.parameters))
    if (!known.has(variable)) throw new Error(`Template zalo.json, parameter ${name}: there is no variable ${variable}`)

  const loaded = new Map<string, Template[]>()
  const load = (name: string, source: string, engine = plainText) => {
    const template = parsed(engine, name, source)
    for (const variable of plainText.globalVariablesSync(template))
      if (!known.has(variable)) throw new Error(`Template ${name}: there is no variable ${variable}`)
    loaded.set(name, template)
  }
  for (const language of Language.options) {
    for (const kind of ['text', 'html']) {
      const file = `layout.${language}.${kind}`
      load(file, await read(`${file}.liquid`), kind === 'html' ? escaped : plainText)
    }
    for (const id of MessageTemplate.options)
      for (const [part, source] of partsOf(await read(`${id}/${language}.liquid`), `${id} (${language})`))
        load(nameOf(id, language, part), source)
  }

  const render = (name: string, scope: object): string => {
    const template = loaded.get(name)
    if (template === undefined) throw new Error(`There is no template ${name}`)
    return String(plainText.renderSync(template, scope))
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
      .normalize('NFC')
  }

  const say: Templates['say'] = (id, language, words) => {
    const subject = render(nameOf(id, language, 'subject'), words)
    const short = render(nameOf(id, language, 'short'), words)
    const hasText = loaded.has(nameOf(id, language, 'text'))
    const body = hasText ? render(nameOf(id, language, 'text'), words) : ''
    const scope = { ...words, subject, short, body }
    const letter = (kind: 'text' | 'html') => (hasText ? render(`layout.${language}.${kind}`, scope) : null)
    const parameters = Object.fromEntries(
      Object.entries(zalo.parameters).map(([name, variable]) => [name, String(Object(scope)[variable] ?? '')]),
    )
    const { template } = zalo
    return {
      subject,
      short,
      sms: unaccented(short),
      text: letter('text'),
      html: letter('html'),
      zalo: { template, parameters },
    }
  }
  const templates: Templates = { say, hasText: (id) => loaded.has(nameOf(id, 'vi', 'text')) }
  tryAll(templates)
  return templates
}

const nameOf = (id: string, language: Language, part: Part) => `${id} (${language}), ${part}`

// What is written out is escaped by the engine that reads a template, not by the one that renders it.
const parsed = (engine: Liquid, name: string, source: string): Template[] => {
  try {
    return engine.parse(source)
  } catch (cause) {
    throw new Error(`Template ${name} cannot be read: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

const mark = /^== (\w+)\n/m
/** A file holds its parts one after another, each under `== <part>`. */
const partsOf = (source: string, name: string): [Part, string][] => {
  const [before = '', ...pieces] = source.split(mark)
  if (before.trim() !== '') throw new Error(`Template ${name} begins without "== subject"`)
  const found: [Part, string][] = []
  for (let at = 0; at < pieces.length; at += 2) {
    const part = parts.find((one) => one === pieces[at])
    if (part === undefined)
      throw new Error(`Template ${name} has a part "${pieces[at]}"; there are ${parts.join(', ')}`)
    found.push([part, (pieces[at + 1] ?? '').trim()])
  }
  for (const needed of ['subject', 'short'])
    if (!found.some(([part]) => part === needed)) throw new Error(`Template ${name} lacks its part "${needed}"`)
  return found
}

/** With everything there is to say and with nothing; as a text message with the longest words. */
const tryAll = ({ say }: Templates) => {
  for (const id of MessageTemplate.options)
    for (const language of Language.options) {
      const { sms } = say(id, language, Words.parse(sampleWords[language]))
      const problem = smsProblem(sms)
      if (problem !== undefined && isForCitizens(id, say))
        throw new Error(`Template ${id} (${language}), short: ${problem}`)
      say(id, language, noWords)
    }
}

// Those for officers have no words for an e-mail, and are no text messages either.
const isForCitizens = (id: MessageTemplate, say: Templates['say']) => say(id, 'vi', noWords).text !== null
