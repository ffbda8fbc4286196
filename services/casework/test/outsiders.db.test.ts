import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

// Reference scenario S13, points 4 to 6: who is not on a dossier's way.

let shop: Shop
let id: ReturnType<typeof newDossier>
let code: string
beforeAll(async () => {
  shop = await openShop()
  id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [], note: 'Gửi Phòng' }, accounts.intake)
  await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  code = (await read('', accounts.intake)).json().axes.code
})
afterAll(() => shop.close())

const read = (page: string, who: string, dossier: string = id) =>
  shop.app.inject({ url: `/dossiers/${dossier}${page}`, headers: as(who) })
/** From an address of its own, so that one test does not use up the tries of another. */
const lookUp = (of: string, remoteAddress: string) => shop.app.inject({ url: `/look-up/${of}`, remoteAddress })
const record = async () =>
  (await shop.db.query('select body from dossier_event where dossier_id = $1 order by seq', [id])).rows

test('S13.4: a code tells “in process, stage 2 of 3”: no name, no unit, no paper, no phone', async () => {
  const told = await lookUp(code, '10.0.0.1')
  expect(told.json()).toEqual({ code, state: 'in-process', stage: { place: 2, of: 3 } })
})

test('S13.4: that the citizen owes papers is nobody else’s affair', async () => {
  const owing = newDossier()
  await shop.send(owing, { type: 'Accept' }, accounts.intake)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(owing, { type: 'RequestSupplement', defects }, accounts.intake)
  const { axes } = (await read('', accounts.intake, owing)).json()
  expect(axes.state).toBe('supplement-requested')
  expect((await lookUp(axes.code, '10.0.0.2')).json().state).toBe('in-process')
})

test('S13.4: a wrong code, a guessed one and one of a dossier refused at intake are answered alike', async () => {
  const refused = newDossier()
  await shop.send(refused, { type: 'RefuseIntake', ground: 'not-eligible', note: 'x' }, accounts.intake)
  const wrong = ['x', 'H21.08.10-210413-9999', 'H99.99-991231-0001', refused]
  const answers = await Promise.all(wrong.map((one) => lookUp(one, '10.0.0.3')))
  const [first, ...others] = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
  expect(first).toMatchObject({ status: 404, code: 'not-found' })
  for (const other of others) expect(other).toEqual(first)
})

test('S13.4: who goes on guessing is throttled, and is told no more by a code that exists', async () => {
  const guesses: number[] = []
  for (let number = 1; number <= 31; number += 1)
    guesses.push((await lookUp(`H21.08.10-210413-${9_000 + number}`, '10.0.0.4')).statusCode)
  expect(guesses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404))
  const [wrong, right] = [await lookUp('H21.08.10-210413-9999', '10.0.0.4'), await lookUp(code, '10.0.0.4')]
  expect([guesses[30], wrong.statusCode, right.statusCode]).toEqual([429, 429, 429])
  expect({ ...right.json(), requestId: '' }).toEqual({ ...wrong.json(), requestId: '' })
  expect((await lookUp(code, '10.0.0.5')).statusCode).toBe(200) // others may ask
})

const pages = ['', '/due-date', '/time', '/due-date.pdf']
test.each(['citizen:other', accounts.otherCommune, 'officer:ia-pech.post', 'officer:gia-lai.admin', 'officer:nobody'])(
  'S13.5: %s opens it by address: denied without content, as if there were no such dossier, and written down',
  async (who) => {
    const looks = async () =>
      (await shop.db.query('select from dossier_look where viewer = $1 and capacity is null', [who])).rowCount ?? 0
    const before = await looks()
    for (const page of pages) {
      const denied = await read(page, who)
      const unknown = await read(page, who, newDossier())
      expect([denied.statusCode, { ...denied.json(), requestId: '' }]).toEqual([
        404,
        { ...unknown.json(), requestId: '' },
      ])
    }
    expect((await looks()) - before).toBe(pages.length)
  },
)

test('S13.5: desks on the route see it, the courier of the same place does not', async () => {
  const status = async (who: string) => (await read('', who)).statusCode
  expect(await status(accounts.intake)).toBe(200)
  expect(await status('officer:huyen-ia-grai.intake')).toBe(200)
  expect(await status('officer:ia-pech.post')).toBe(404)
})

const edits: DossierCommand[] = [
  { type: 'Reappoint', appointment: '2021-06-01', reason: 'workload', note: 'x' },
  { type: 'AddOpinion', kind: 'inspection', note: 'x' },
  { type: 'CorrectError', of: 1, what: 'clerical', legalBasis: 'NĐ 61/2018 Điều 21', note: 'x' },
  { type: 'Recount' },
]
test.each([
  ['inspector', 'officer:gia-lai.inspector'],
  ['administrator', 'officer:gia-lai.admin'],
])(
  'S13.6: what the %s would edit, the due date above all, is refused, written down, and changes nothing',
  async (_, who) => {
    const [before, due] = [await record(), (await read('/due-date', accounts.intake)).json().certificate]
    for (const edit of edits)
      expect((await shop.send(id, edit, who)).json()).toMatchObject({ status: 403, code: 'not-permitted' })
    expect(await record()).toEqual(before)
    expect((await read('/due-date', accounts.intake)).json().certificate).toEqual(due)
    const { rows } = await shop.db.query('select command, refused from refused_act where account = $1 order by id', [
      who,
    ])
    expect(rows).toEqual(edits.map(({ type }) => ({ command: type, refused: 'not-permitted' })))
  },
)

test('S13.6: the inspector of the province reads all of it', async () => {
  for (const page of pages) expect((await read(page, 'officer:gia-lai.inspector')).statusCode).toBe(200)
  const timeline = (await read('', 'officer:gia-lai.inspector')).json().timeline
  expect(timeline).toHaveLength((await record()).length)
})

test('S13: a refusal by the law itself is no attempt, and is not written down as one', async () => {
  const twice = await shop.send(id, { type: 'Accept' }, accounts.intake)
  expect(twice.statusCode).toBe(409)
  const { rows } = await shop.db.query('select from refused_act where account = $1', [accounts.intake])
  expect(rows).toEqual([])
})
