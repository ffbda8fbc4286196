import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import { DossierId, DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import { LetterMessage } from '@dossier/contracts/letter'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { makePrinter } from '@dossier/documents/printer'
import type { Signer } from '@dossier/documents/signature'
import { makeDevelopmentSigner } from '@dossier/documents/signature-development'
import { openDisk } from '@dossier/platform/disk'
import { inTurn } from '@dossier/platform/inbox'
import { createServer } from '@dossier/platform/http'
import { as, freshDatabase, subjectAsToken } from '@dossier/platform/testing'
import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'
import { openShop } from '../../casework/test/one-stop-shop.ts'
import { makeLetterBooks } from '../src/letters/books.ts'
import { draftLetter } from '../src/letters/draft.ts'
import { type Issuing, issueDue } from '../src/letters/issue-letters.ts'
import { type LetterRow, lettersOf } from '../src/letters/letter-row.ts'
import { makeMaySee } from '../src/letters/may-see.ts'
import { RecordLine } from '../src/letters/told.ts'
import { controlSheetRoutes } from '../src/routes/control-sheet.ts'
import { paperSampleRoutes } from '../src/routes/paper-samples.ts'
import { failedLetterRoutes } from '../src/routes/failed-letters.ts'
import { letterRoutes } from '../src/routes/letters.ts'
import { operations } from '../src/routes/operations.ts'
import { registerRoutes } from '../src/routes/registers.ts'

const folder = new URL('../../catalogue/data/', import.meta.url)
const shelf = <T>(place: string, schema: z.ZodType<T>, key: (row: T) => string) => {
  const files = readdirSync(new URL(`${place}/`, folder)).map((file) => new URL(`${place}/${file}`, folder))
  const rows = z
    .array(schema)
    .parse(files.flatMap((file): unknown[] => [JSON.parse(readFileSync(file, 'utf8'))].flat()))
  const all = new Map(rows.map((row) => [key(row), row]))
  return { all: () => all }
}

/** Letters on a database, a disk and keys of their own, beside a real ledger; intake answers as the test says. */
export const openLetterOffice = async () => {
  const shop = await openShop()
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const disk = await mkdtemp(join(tmpdir(), 'letters-'))
  const printer = makePrinter()
  const development = makeDevelopmentSigner(join(disk, 'keys'))
  const state = { signerIsDown: false, intakeIsDown: false, name: 'Rơ Châm H’Bông' }
  const officers = shelf('officers', Officer, ({ id }) => id)
  const books = makeLetterBooks({
    procedures: shelf('procedures', ProcedureVersion, ({ id }) => id),
    organisations: shelf('organisations', Organisation, ({ code }) => code),
    officers,
  })
  const troubles: unknown[] = []
  const signer: Signer = {
    sign: async (pdf, signing) => {
      if (state.signerIsDown) throw new Transient('the signing service is out')
      return development.sign(pdf, signing)
    },
  }
  const deps: Issuing = {
    db,
    books,
    printer,
    signer,
    clock: shop.clock,
    files: await openDisk(disk),
    maxBytes: 10_000_000,
    told: () => {},
    report: (trouble) => void troubles.push(trouble),
    askOnPaper: async (ids) => {
      if (state.intakeIsDown) throw new Transient('intake is out')
      return ids.map((id) => application(id, state.name))
    },
    askRecord: async (id) => {
      const answer = await shop.app.inject({ url: `/dossiers/${id}`, headers: as('service:notifications') })
      return z.object({ timeline: z.array(RecordLine) }).parse(answer.json()).timeline
    },
  }
  const hear = inTurn(db, 'notifications.dossier', dossierTopic, (tx, message) =>
    draftLetter(tx, message, books.tree()),
  )
  const linesOf = async (id: string): Promise<DossierMessage[]> => {
    const read = 'select body from dossier_event where dossier_id = $1 order by seq'
    return (await shop.db.query(read, [id])).rows.map(({ body }) => DossierMessage.parse(body))
  }
  /** The news of a dossier, from its first line on, as often as one likes. */
  const tell = async (id: string) => {
    for (const line of await linesOf(id)) await hear(line)
  }
  const settle = async () => {
    while ((await issueDue(deps)) > 0);
  }
  const letters = (id: string): Promise<LetterRow[]> => lettersOf(db, id)
  /** Every letter there is, with its bytes. */
  const fileOf = async ({ sha256 }: Pick<LetterRow, 'sha256'>): Promise<Buffer> => buffer(deps.files.read(sha256 ?? ''))
  const told = async (id: string): Promise<LetterMessage[]> => {
    const read = `select body from outbox where key = $1 and topic = 'notifications.letter.v1' order by tx, id`
    return (await db.query(read, [id])).rows.map(({ body }) => LetterMessage.parse(body))
  }
  const routes = {
    ...deps,
    tree: books.tree,
    officers: officers.all,
    nudge: () => {},
    trustedRoots: async () => [await development.root()],
    // The ledger's own answer to the caller's own token.
    maySee: makeMaySee(await shop.app.listen({ port: 0, host: '127.0.0.1' })),
  }
  const app = createServer({ authenticate: subjectAsToken, rate: { max: 1e6, perMs: 1000 } })
    .register(letterRoutes, routes)
    .register(failedLetterRoutes, routes)
    .register(registerRoutes, routes)
    .register(controlSheetRoutes, routes)
    .register(paperSampleRoutes, routes)
    .register(operations, { db })
  await app.ready()
  const get = (url: string, who: string) => app.inject({ url, headers: as(who) })
  const close = async () => {
    await app.close()
    await shop.close()
    await printer.close()
    await db.end()
    await rm(disk, { recursive: true, force: true })
  }
  return {
    shop,
    db,
    disk,
    state,
    deps,
    books,
    development,
    troubles,
    hear,
    tell,
    settle,
    letters,
    fileOf,
    told,
    linesOf,
    app,
    get,
    close,
  }
}
export type LetterOffice = Awaited<ReturnType<typeof openLetterOffice>>

/** An application on paper; placeholders, nobody of that name lives there. */
const application = (id: string, name: string): ApplicationOnPaper => ({
  applicationId: DossierId.parse(id),
  applicant: { name, address: 'Làng mẫu, Ia Pếch, Gia Lai', phone: '0000000000', email: null },
  papers: [
    { component: '01', originals: 1, certifiedCopies: 0, copies: 0 },
    { component: '02', originals: 0, certifiedCopies: 1, copies: 0 },
    { component: '03', originals: 1, certifiedCopies: 0, copies: 0 },
  ],
  returnBy: 'desk',
  fees: [],
})
