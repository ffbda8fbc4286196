import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { CalendarVersion } from '../packages/contracts/src/calendar.ts'
import { answerTo } from '../packages/domain/src/deadline-question.ts'
import { explain } from '../packages/domain/src/explanation.ts'
import { sentencesOf } from '../packages/domain/src/explanation-sentences.ts'
import { checkout } from '../infra/local/folders.ts'
import { print } from './table.ts'

const usage = `npm run --silent deadline -- <questions.json | -> [--explain]`
const calendars = `${checkout}services/catalogue/data/calendars/`

/** `npm run --silent deadline -- questions.json`: the answers on standard output and nothing else; 2 where nothing is read. */
try {
  const { values, positionals } = parseArgs({
    options: { explain: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error(`Say what to read: ${usage}`)
  const questions = read(file, await contentOf(file))
  const calendar = latest()
  const lines = questions.map((question) => JSON.stringify(answered(question, calendar, values.explain)))
  print(`[${lines.map((line) => `\n${line}`).join(',')}\n]`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

function answered(question: unknown, calendar: CalendarVersion, isExplained: boolean) {
  const { answer, counts } = answerTo(question, calendar)
  const id: unknown = Object(question).id ?? null
  if (!isExplained) return { id, answer }
  const walk = counts.map(({ name, start, counted, ways }) => {
    const explanation = explain(start, counted, ways)
    const named = name === undefined ? explanation : { stage: name, ...explanation }
    return { ...named, vi: sentencesOf(explanation, 'vi'), en: sentencesOf(explanation, 'en') }
  })
  return { id, answer: { ...answer, walk } }
}

async function contentOf(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '', file), 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function read(file: string, content: string): unknown[] {
  const name = file === '-' ? 'Standard input' : file
  let questions: unknown
  try {
    questions = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    throw new Error(`${name} is not JSON`)
  }
  if (!Array.isArray(questions)) throw new Error(`${name} is not a list of questions, [ … ]`)
  return questions
}

/** The calendar that is in force today: the version published last. */
function latest(): CalendarVersion {
  const [newest] = readdirSync(calendars)
    .filter((name) => name.endsWith('.json'))
    .map((name) => CalendarVersion.parse(JSON.parse(readFileSync(`${calendars}${name}`, 'utf8'))))
    .toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn) || b.version.localeCompare(a.version))
  if (newest === undefined) throw new Error(`There is no calendar in ${calendars}`)
  return newest
}
