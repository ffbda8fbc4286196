import type { DossierId } from '@dossier/contracts/dossier'
import { apologiesIn } from '@dossier/domain/apologies'
import { periodOf } from '@dossier/domain/period'
import { expect, test, vi } from 'vitest'
import { onLetterMessage } from '../../casework/src/on-letter-message.ts'
import { liveAYear, recordsOf } from '../../casework/test/office-year.ts'
import { makeHear } from '../src/hear.ts'
import { makeFindLetter } from '../src/letters/find-letter.ts'
import { tellSent } from '../src/letters/tell-sent.ts'
import { prepareAwaited } from '../src/queue/awaited-letters.ts'
import { prepareDue } from '../src/queue/prepare.ts'
import { sendDue } from '../src/queue/send.ts'
import { usualSettings } from '../src/queue/settings.ts'
import { loadTemplates } from '../src/templates.ts'
import { makeSay } from '../src/words/say.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'
import { books as testBooks } from './books.ts'
import { somebody } from './somebody.ts'

vi.setConfig({ testTimeout: 300_000 }) // a year, day by day

test('in a year with 5 % late dossiers each late one has one signed letter of apology and one message to the citizen', async () => {
  const office = await openLetterOffice()
  const { shop, db } = office
  shop.intake.says = { receivingDesk: shop.desks.iaGrai }
  const send = await makeSending(office)
  const lived = await liveAYear({ shop, dossiers: 100, seed: 2025, leadersSign: true, send })
  const late = lived.filter(({ fate }) => fate === 'late').map(({ id }) => id)
  expect(late).toHaveLength(5)
  const { owed, inTime, ...failures } = apologiesIn(await recordsOf(shop), year)
  expect([owed, failures]).toEqual([5, { late: [], none: [] }])
  expect(inTime.toSorted()).toEqual(late.toSorted())
  for (const id of late) {
    const apologies = (await office.letters(id)).filter(({ kind }) => kind === 'apology')
    expect(apologies.map(({ state }) => state)).toEqual(['issued'])
    expect((await office.told(id)).filter(({ event }) => event.kind === 'apology')).toMatchObject([
      { event: { type: 'LetterIssued', signed: true } },
      { event: { type: 'LetterSent' } },
    ])
    const record = (await office.linesOf(id)).map(({ event }) => event)
    expect(record.filter(({ type }) => type === 'ApologySent')).toMatchObject([{ sending: 'in-time' }])
    const { rows } = await db.query<{ recipient: string; letter: string }>(
      `select recipient, letter from notice where subject = $1 and facts -> 'event' ->> 'type' = 'DossierReappointed'`,
      [id],
    )
    expect(rows.filter(({ recipient }) => recipient === 'applicant')).toEqual([
      { recipient: 'applicant', letter: 'apology' },
    ])
  }
  await office.close()
})

test('where nothing leaves in that year, every apology was signed in time and every late dossier is a counted failure', async () => {
  const office = await openLetterOffice()
  const { shop } = office
  shop.intake.says = { receivingDesk: shop.desks.iaGrai }
  const send = await makeSending(office, { down: true })
  const lived = await liveAYear({ shop, dossiers: 40, seed: 2025, leadersSign: true, send })
  const late = lived.filter(({ fate }) => fate === 'late').map(({ id }) => id)
  const { inTime, late: tooLate, none } = apologiesIn(await recordsOf(shop), year)
  expect([inTime, none]).toEqual([[], []])
  expect(tooLate.toSorted()).toEqual(late.toSorted())
  await office.close()
})

const year = periodOf('2025-07-01', '2026-07-01')

/** Letters and messages of a dossier, as the service brings them on, up to what the ledger hears of them. */
const makeSending = async (office: LetterOffice, { down = false } = {}) => {
  const { shop, db, books, troubles } = office
  const { clock } = shop
  const hear = makeHear({ db, clock, organisations: books.tree, heard: () => {} })
  const outcome = down ? { is: 'down' as const, why: 'nobody is there' } : { is: 'sent' as const, reference: null }
  const channel = { send: async () => outcome, find: async () => ({ is: 'unknown' as const }) }
  const deps = {
    db,
    clock,
    settings: usualSettings,
    say: makeSay(testBooks),
    templates: await loadTemplates(new URL('../templates/', import.meta.url)),
    askContact: async (_subject: string, who: string) =>
      who === 'representative' ? undefined : { reach: somebody, reference: 'PA-0001' },
    findLetter: makeFindLetter(db),
    channels: { email: channel, sms: channel, zalo: channel },
    report: (trouble: unknown) => void troubles.push(trouble),
  }
  const hearLetter = onLetterMessage(shop.db, shop.ledger)
  return async (id: DossierId) => {
    for (const line of await office.linesOf(id)) await hear.dossier(line)
    await office.settle()
    while ((await prepareDue(deps)) + (await prepareAwaited(deps)) + (await sendDue(deps)) > 0);
    await tellSent({ db, clock, told: () => {} })
    for (const message of await office.told(id)) await hearLetter(message)
  }
}
