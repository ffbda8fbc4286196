import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { CalendarVersion } from '../packages/contracts/src/calendar.ts'
import { inOrderOfPublication } from '../packages/domain/src/calendar-versions.ts'
import { answerTo } from '../packages/domain/src/deadline-question.ts'
import { verifyCertificate } from '../packages/domain/src/due-date-certificate.ts'
import { daysLookedAt, explain } from '../packages/domain/src/explanation.ts'
import { restartSentences, sentencesOf } from '../packages/domain/src/explanation-sentences.ts'
import { checkout } from '../infra/local/folders.ts'
import { requestHash } from '../packages/platform/src/canonical-json.ts'
import { print } from './table.ts'

const usage = `npm run --silent deadline -- <questions.json | -> [--explain] · deadline -- verify <certificate.json | -> · deadline -- pdf <certificate.json | -> <page.pdf>`
const calendars = `${checkout}services/catalogue/data/calendars/`

/**
 * `npm run --silent deadline -- questions.json`: the answers on standard output and nothing else; `-- verify` recounts a
 * certificate, `-- pdf` writes it as a page. 2 where nothing can be read.
 */
try {
  const { values, positionals } = parseArgs({
    options: { explain: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const isVerifying = positionals[0] === 'verify'
  const isPrinting = positionals[0] === 'pdf'
  const [file, ...others] = isVerifying || isPrinting ? positionals.slice(1) : positionals
  if (file === undefined || others.length !== (isPrinting ? 1 : 0)) throw new Error(`Say what to read: ${usage}`)
  if (isVerifying) verify(file, await contentOf(file))
  else if (isPrinting) await printPage(file, await contentOf(file), others[0] ?? '')
  else answerAll(file, await contentOf(file), values.explain)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

function answerAll(file: string, content: string, isExplained: boolean): void {
  const questions = read(file, content)
  if (!Array.isArray(questions)) throw new Error(`${nameOf(file)} is not a list of questions, [ … ]`)
  const calendar = latest()
  const lines = questions.map((question: unknown) => JSON.stringify(answered(question, calendar, isExplained)))
  print(`[${lines.map((line) => `\n${line}`).join(',')}\n]`)
}

/** Writes a certificate as its page; one that differs from what follows from it is not printed. */
async function printPage(file: string, content: string, page: string): Promise<void> {
  if (!verify(file, content)) return
  // Here, not at the top: questions are answered where the typesetter's native part does not run.
  const { certificatePdf } = await import('./certificate-pdf.ts')
  writeFileSync(resolve(process.env['INIT_CWD'] ?? '', page), certificatePdf(read(file, content)))
  print(`Written to ${page}.`)
}

/** Says whether a certificate is what follows from its own content: 0 where it is, 1 where it differs. */
function verify(file: string, content: string): boolean {
  const certificate = read(file, content)
  const found = verifyCertificate(certificate, requestHash)
  if (found === undefined) throw new Error(`${nameOf(file)} is not a due date certificate`)
  const { dossier, due } = Object(certificate)
  if (found.length === 0) {
    print(`Equal: dossier ${dossier} is due ${JSON.stringify(due)}, as follows from the certificate.`)
    return true
  }
  print(`The certificate of dossier ${dossier} differs from what follows from it:`)
  for (const { at, says, follows } of found)
    print(`  ${at}: says ${JSON.stringify(says)}, ${JSON.stringify(follows)} follows`)
  process.exitCode = 1
  return false
}

function answered(question: unknown, calendar: CalendarVersion, isExplained: boolean) {
  const { answer, counts, searches = {}, restart } = answerTo(question, calendar)
  const id: unknown = Object(question).id ?? null
  if (!isExplained) return { id, answer }
  const walk = counts.map(({ name, start, counted, ways }) => {
    const explanation = explain(start, counted, ways)
    const named = name === undefined ? explanation : { stage: name, ...explanation }
    return { ...named, vi: sentencesOf(explanation, 'vi'), en: sentencesOf(explanation, 'en') }
  })
  const found = Object.entries(searches).map(([name, { from, to, ways }]) => [name, daysLookedAt(from, to, ways)])
  const again = restart && { ...restart, vi: restartSentences(restart, 'vi'), en: restartSentences(restart, 'en') }
  return { id, answer: { ...answer, walk, ...Object.fromEntries(found), ...(again && { restart: again }) } }
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

function read(file: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`${nameOf(file)} is not JSON`, { cause: error })
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file
}

/** The calendar that is in force: the version published last. */
function latest(): CalendarVersion {
  const names = readdirSync(calendars).filter((name) => name.endsWith('.json'))
  const versions = names.map((name) => CalendarVersion.parse(JSON.parse(readFileSync(`${calendars}${name}`, 'utf8'))))
  const newest = inOrderOfPublication(versions).at(-1)
  if (newest === undefined) throw new Error(`There is no calendar in ${calendars}`)
  return newest
}
