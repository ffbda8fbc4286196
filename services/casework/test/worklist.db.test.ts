import type { DossierId } from '@dossier/contracts/dossier'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, opening, phong, type Shop } from './one-stop-shop.ts'

const desk = 'H21.08.10.01'
const begun = '2021-04-13T02:40:00.000Z'
let shop: Shop
let ids: DossierId[]
beforeAll(async () => {
  shop = await openShop()
  shop.time.now = begun
  ids = Array.from({ length: 7 }, newDossier)
  const [submitted, , , paused, offered, assigned, gone] = ids
  for (const id of ids.slice(1)) await shop.send(id, { type: 'Accept' }, accounts.intake)
  const open = opening('fx.tro-cap-khang-chien', begun)
  if (submitted !== undefined) await shop.send(submitted, open, accounts.conductor, `${submitted}:open`)
  const defects = [{ component: '02', defect: 'missing' as const }]
  if (paused !== undefined) await shop.send(paused, { type: 'RequestSupplement', defects }, accounts.intake)
  for (const id of [offered, gone])
    if (id !== undefined) await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  if (gone !== undefined) await shop.send(gone, { type: 'AcceptHandover' }, accounts.labour)
  if (assigned !== undefined) await shop.send(assigned, { type: 'Assign', officer: 'ia-pech.social' }, accounts.intake)
})
afterAll(() => shop.close())

type Row = { id: string; light: string; officer: string | null; because: string }
type Page = { rows: Row[]; counts: Record<string, number>; next: string | null }
const worklist = async (query: string, who = accounts.intake): Promise<Page> =>
  (await shop.app.inject({ url: `/worklist?${query}`, headers: as(who) })).json()

test('an organisation sees what it holds and what is offered to it, and nothing that has left it', async () => {
  const [mine, theirs] = [
    await worklist(`organisation=${desk}`),
    await worklist(`organisation=${phong}`, accounts.labour),
  ]
  expect(new Set(mine.rows.map(({ id }) => id))).toEqual(new Set(ids.slice(0, 6)))
  expect(new Set(theirs.rows.map(({ id }) => id))).toEqual(new Set([ids[4], ids[6]]))
})

test('an organisation also sees what it must answer without holding it: an opinion asked, a supplement proposed', async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  const becauseOf = async (organisation: string, who: string) =>
    (await worklist(`organisation=${organisation}`, who)).rows.find((row) => row.id === id)?.because
  expect(await becauseOf(desk, accounts.intake)).toBeUndefined()

  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'ProposeSupplement', defects }, accounts.labour)
  const limit = { amount: 2, unit: 'working-day' as const }
  const asked = OrganisationCode.parse('H21.52')
  await shop.send(id, { type: 'RequestConsultation', consultation: 'free', to: asked, limit }, accounts.labour)
  expect(await becauseOf(phong, accounts.labour)).toBe('holds')
  expect(await becauseOf(desk, accounts.intake)).toBe('supplement-proposed')
  expect(await becauseOf(asked, accounts.department)).toBe('consulted')

  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  await shop.send(id, { type: 'AnswerConsultation', consultation: 'free', answer: 'agrees' }, accounts.department)
  expect(await becauseOf(desk, accounts.intake)).toBe('holds')
  expect(await becauseOf(asked, accounts.department)).toBeUndefined()
  ids.push(id)
})

test.each(['2021-04-13T03:00:00.000Z', '2021-05-13T01:00:00.000Z', '2021-05-18T01:00:00.000Z'])(
  'at %s every light of the list is the one the law gives the dossier itself, and the counts add up',
  async (now) => {
    shop.time.now = now
    const { rows, counts } = await worklist(`organisation=${desk}`)
    for (const { id, light } of rows) {
      const dossier = await shop.app.inject({ url: `/dossiers/${id}`, headers: as(accounts.intake) })
      expect([id, light]).toEqual([id, dossier.json().light])
      expect((await worklist(`organisation=${desk}&light=${light}`)).rows.map((row) => row.id)).toContain(id)
    }
    const sum = Object.values(counts).reduce((total, count) => total + count, 0)
    expect(sum).toBe(rows.length)
    shop.time.now = begun
  },
)

test('pages follow one another without a gap or a repeat, whatever happens in between', async () => {
  const whole = (await worklist(`organisation=${desk}`)).rows.map(({ id }) => id)
  const found: string[] = []
  let after = ''
  do {
    const page = await worklist(`organisation=${desk}&limit=2${after}`)
    found.push(...page.rows.map(({ id }) => id))
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after !== '')
  expect(found).toEqual(whole)
})

test('one officer’s list holds what was given to that officer', async () => {
  const { rows } = await worklist(`organisation=${desk}&officer=ia-pech.social`)
  expect(rows.map(({ id }) => id)).toEqual([ids[5]])
})

test('an officer of another commune is refused, and a made-up page key is named', async () => {
  const stranger = await shop.app.inject({ url: `/worklist?organisation=${desk}`, headers: as(accounts.otherCommune) })
  expect(stranger.json()).toMatchObject({ status: 403, code: 'not-permitted' })
  const madeUp = await shop.app.inject({ url: `/worklist?organisation=${desk}&after=x`, headers: as(accounts.intake) })
  expect(madeUp.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/query/after' }] })
})

test('a code tells a stranger how far the dossier is, and nothing else; a wrong code and an unknown one look alike', async () => {
  const { body } = await shop.app.inject({ url: `/dossiers/${ids[1]}`, headers: as(accounts.intake) })
  const { code } = JSON.parse(body).axes
  const told = await shop.app.inject({ url: `/look-up/${code}` })
  expect(told.json()).toEqual({ code, state: 'in-process', stage: { place: 1, of: 3 } })
  const answers = await Promise.all(
    ['H21.08.10-210413-9998', 'x'].map((one) => shop.app.inject({ url: `/look-up/${one}` })),
  )
  const said = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
  expect(said[0]).toEqual(said[1])
})

test('a dossier is no business of another commune’s officer or of another citizen', async () => {
  for (const who of [accounts.otherCommune, 'citizen:other']) {
    const answer = await shop.app.inject({ url: `/dossiers/${ids[1]}`, headers: as(who) })
    expect(answer.json()).toMatchObject({ status: 404, code: 'not-found' })
  }
  const own = await shop.app.inject({ url: `/dossiers/${ids[1]}`, headers: as(accounts.citizen) })
  expect(own.statusCode).toBe(200)
})

test('asked for one reason alone, a list holds what stands in it for that reason, and counts no more', async () => {
  const { rows, counts } = await worklist(`organisation=${phong}&because=offered`, accounts.labour)
  expect(rows.map(({ id, because }) => [id, because])).toEqual([[ids[4], 'offered']])
  expect(Object.values(counts).reduce((total, count) => total + count, 0)).toBe(1)
})
