import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accounts, newDossier, openShop, opening, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => {
  shop.time.now = '2021-04-13T02:40:00.000Z' // Tuesday 09:40, scenario S01
})

const accept = { type: 'Accept' } as const
const stored = async (id: string) =>
  (await shop.db.query('select body from dossier_event where dossier_id = $1 order by seq', [id])).rows.map(
    ({ body }) => body,
  )

describe('acceptance', () => {
  test('gives the code, the pinned law and the due date, and tells them in the same statement', async () => {
    const id = newDossier()
    const response = await shop.send(id, accept, accounts.intake)
    expect(response.statusCode).toBe(200)
    const lines = await stored(id)
    expect(lines).toMatchObject([
      { seq: 1, moves: false, event: { type: 'DossierOpened' }, actor: { role: 'system' } },
      {
        seq: 2,
        moves: true,
        actor: { person: 'ia-pech.intake', role: 'intake-officer' },
        event: { type: 'DossierAccepted', ruleSet: 'ND61_2018', count: { due: { on: '2021-05-17' } } },
      },
    ])
    expect(lines[1].event.code).toMatch(/^H21\.08\.10-210413-\d{4}$/)
    expect(response.json().lines[1].event.code).toBe(lines[1].event.code)
    const { rows } = await shop.db.query('select body from outbox where key = $1 order by id', [id])
    expect(rows.map(({ body }) => body)).toEqual(lines)
  })

  test('mints codes without a gap, whatever is refused in between', async () => {
    const codes: string[] = []
    for (let i = 0; i < 3; i += 1) {
      const id = newDossier()
      await shop.send(id, accept, accounts.otherCommune) // refused: not their desk
      const [, line] = (await shop.send(id, accept, accounts.intake)).json().lines
      await shop.send(id, accept, accounts.otherIntake) // refused: too late
      codes.push(line.event.code)
    }
    const numbers = codes.map((code) => Number(code.slice(-4)))
    expect(numbers).toEqual([0, 1, 2].map((i) => (numbers[0] ?? 0) + i))
  })

  test('counts its codes anew on the next local day, which begins at 17:00Z', async () => {
    shop.time.now = '2021-04-13T17:00:00.000Z'
    const id = newDossier()
    const [, line] = (await shop.send(id, accept, accounts.intake)).json().lines
    expect(line.event.code).toBe('H21.08.10-210414-0001')
  })

  test('is refused when the four digits of a day are used up, and takes nothing with it', async () => {
    const full = `insert into code_sequence values ('H21.08.10', '2021-04-20', 9999)`
    await shop.db.query(full)
    shop.time.now = '2021-04-20T02:00:00.000Z'
    const id = newDossier()
    const response = await shop.send(id, accept, accounts.intake)
    expect(response.json()).toMatchObject({ status: 409, code: 'code-exhausted', rule: 'TT 01/2018 art. 19' })
    expect(await stored(id)).toEqual([])
  })

  test('of an application that nobody submitted is refused', async () => {
    shop.intake.knows = false
    const response = await shop.send(newDossier(), accept, accounts.intake)
    shop.intake.knows = true
    expect(response.json()).toMatchObject({ status: 404, code: 'no-such-dossier' })
  })
})

test('a refusal cites the decree the dossier has pinned, whatever the day; before acceptance, that of the day', async () => {
  const id = newDossier()
  const offer: DossierCommand = { type: 'OfferHandover', to: phong, originals: [] }
  await shop.send(id, accept, accounts.intake)
  await shop.send(id, offer, accounts.intake)
  expect((await shop.send(id, offer, accounts.intake)).json()).toMatchObject({ rule: 'NĐ 61/2018 art. 18' })
  const pin = `update dossier set body = jsonb_set(body::jsonb, '{pinned,ruleSet}', '"ND118_2025"') where id = $1`
  await shop.db.query(pin, [id])
  const later = 'NĐ 118/2025/NĐ-CP (theo nội dung NĐ 61/2018 art. 18, cấu hình)'
  expect((await shop.send(id, offer, accounts.intake)).json()).toMatchObject({ code: 'handover-open', rule: later })
  shop.intake.complete = false
  const unopened = await shop.send(newDossier(), accept, accounts.intake)
  shop.intake.complete = true
  expect(unopened.json()).toMatchObject({ code: 'incomplete', rule: 'NĐ 61/2018 art. 17.1' })
})

describe('an application with defects', () => {
  test('is not accepted, from a walk-in as little as from the event, until its papers are complete', async () => {
    const [id, walkIn] = [newDossier(), newDossier()]
    const open = { ...opening('fx.tro-cap-khang-chien', shop.time.now), complete: false }
    await shop.send(id, open, accounts.conductor, `${id}:open`)
    shop.intake.complete = false
    for (const dossier of [id, walkIn])
      expect((await shop.send(dossier, accept, accounts.intake)).json()).toMatchObject({
        status: 409,
        code: 'incomplete',
      })
    shop.intake.complete = true // the missing papers were brought to intake
    for (const dossier of [id, walkIn]) expect((await shop.send(dossier, accept, accounts.intake)).statusCode).toBe(200)
  })

  test('is accepted once intake has what the one notice of the desk asked for', async () => {
    const id = newDossier()
    shop.intake.complete = false
    const defects = [{ component: '02', defect: 'missing' as const }]
    await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
    expect((await shop.send(id, accept, accounts.intake)).statusCode).toBe(409)
    const receive = () => shop.send(id, { type: 'ReceiveSupplement' }, accounts.intake)
    expect((await receive()).json()).toMatchObject({ code: 'incomplete' })
    shop.intake.complete = true
    shop.intake.says = { brought: {} }
    expect((await receive()).json()).toMatchObject({ code: 'supplement-incomplete', about: '02' })
    shop.intake.says = {}
    expect((await receive()).statusCode).toBe(200)
    expect((await shop.send(id, accept, accounts.intake)).statusCode).toBe(200)
  })
})

describe('the same command again', () => {
  test('sent fifty times at once takes effect once, and every sender gets the same answer', async () => {
    const id = newDossier()
    const answers = await Promise.all(Array.from({ length: 50 }, () => shop.send(id, accept, accounts.intake, 'same')))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    const [first] = answers
    for (const answer of answers) expect(answer.json()).toEqual(first?.json())
    expect(await stored(id)).toHaveLength(2)
  })

  test('with another body is refused', async () => {
    const id = newDossier()
    await shop.send(id, accept, accounts.intake, 'k1')
    const response = await shop.send(id, { type: 'Accept', receipt: false }, accounts.intake, 'k1')
    expect(response.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  })

  test('without a key is refused', async () => {
    const response = await shop.send(newDossier(), accept, accounts.intake, '')
    expect(response.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
  })
})

describe('many at once', () => {
  test('acts on many dossiers are all written, each once, also among some that come a second time', async () => {
    const ids = Array.from({ length: 30 }, newDossier)
    await Promise.all(ids.map((id) => shop.send(id, accept, accounts.intake)))
    const remark = (text: string) => ({ type: 'AddOpinion', kind: 'remark', note: text }) as const
    const say = (id: (typeof ids)[number], n: number) => shop.send(id, remark(`Ý kiến ${n}`), accounts.intake, `k${n}`)
    const firsts = await Promise.all(ids.map((id) => say(id, 1)))
    // The same orders again, new ones and an outdated one, all at once: a repeated key fails its whole statement.
    const [seconds, again] = await Promise.all([
      Promise.all(ids.map((id) => say(id, 2))),
      Promise.all(ids.map((id) => say(id, 1))),
    ])
    for (const answer of [...firsts, ...seconds, ...again]) expect(answer.statusCode).toBe(200)
    expect(again.map((answer) => answer.json().lines)).toEqual(firsts.map((answer) => answer.json().lines))
    for (const id of ids) {
      expect((await stored(id)).map(({ seq, event }) => [seq, event.type])).toEqual([
        [1, 'DossierOpened'],
        [2, 'DossierAccepted'],
        [3, 'OpinionAdded'],
        [4, 'OpinionAdded'],
      ])
      const { rows } = await shop.db.query('select seq, text from dossier_note where dossier_id = $1 order by seq', [
        id,
      ])
      expect(rows).toEqual([
        { seq: 3, text: 'Ý kiến 1' },
        { seq: 4, text: 'Ý kiến 2' },
      ])
      const told = await shop.db.query(`select body -> 'seq' as seq from outbox where key = $1 order by tx, id`, [id])
      expect(told.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    }
  })
})

describe('two officers at once', () => {
  test('one wins, and the other reads who did what and when', async () => {
    const id = newDossier()
    const answers = await Promise.all([
      shop.send(id, accept, accounts.intake),
      shop.send(id, accept, accounts.otherIntake),
    ])
    const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
    expect([won?.statusCode, lost?.statusCode]).toEqual([200, 409])
    expect(lost?.json()).toMatchObject({
      code: 'not-possible-now',
      since: [{ type: 'DossierAccepted', actor: won?.json().lines[1].actor, at: shop.time.now }],
    })
  })

  test('who decided on an old version is told what happened since, and nothing is written', async () => {
    const id = newDossier()
    await shop.send(id, accept, accounts.intake)
    const opinion = { type: 'Assign', officer: 'ia-pech.social' } as const
    const response = await shop.send(id, opinion, accounts.intake, undefined, { 'if-match': '"1"' })
    expect(response.json()).toMatchObject({ status: 409, code: 'moved-on', since: [{ type: 'DossierAccepted' }] })
    expect(await stored(id)).toHaveLength(2)
  })
})

test('the record cannot be changed, not even by hand in the database', async () => {
  const id = newDossier()
  await shop.send(id, accept, accounts.intake)
  await expect(shop.db.query('delete from dossier_event where dossier_id = $1', [id])).rejects.toThrow(/never changed/)
  await expect(shop.db.query(`update dossier_event set body = '{}'`)).rejects.toThrow(/never changed/)
})

test('the words of an officer stay here: neither record nor outbox holds them', async () => {
  const id = newDossier()
  await shop.send(id, accept, accounts.intake)
  const words = 'Con trai của ông đã bổ sung đơn'
  await shop.send(id, { type: 'AddOpinion', kind: 'remark', note: words }, accounts.intake)
  const { rows } = await shop.db.query('select body::text from outbox where key = $1', [id])
  expect(rows.map(({ body }) => body).join()).not.toContain(words)
  const read = await shop.app.inject({
    url: `/dossiers/${id}`,
    headers: { authorization: `Bearer ${accounts.intake}` },
  })
  expect(read.json().timeline.at(-1)).toMatchObject({ event: { type: 'OpinionAdded' }, note: words })
})

test('the event and the officer may both open a dossier: it is opened once', async () => {
  const id = newDossier()
  const open = opening('fx.tro-cap-khang-chien', shop.time.now)
  const byEvent = () => shop.send(id, open, accounts.conductor, `${id}:open`)
  await Promise.all([byEvent(), shop.send(id, accept, accounts.intake), byEvent()])
  const types = (await stored(id)).map(({ event }) => event.type)
  expect(types).toEqual(['DossierOpened', 'DossierAccepted'])
})

describe('two instances of the service', () => {
  test('what one remembers of a dossier the other has moved is never judged by', async () => {
    const id = newDossier()
    const other = shop.secondInstance()
    await shop.send(id, accept, accounts.intake)
    const opinion = { type: 'AddOpinion', kind: 'remark', note: 'x' } as const
    const order = (n: number, command: DossierCommand, subject: `officer:${string}`) =>
      ({ dossierId: id, key: `k${n}`, requestHash: `${n}`, command, caller: { subject, kind: 'officer' } }) as const
    await other(order(1, opinion, 'officer:ia-pech.intake'))
    await shop.ledger(order(2, { type: 'OfferHandover', to: phong, originals: [] }, 'officer:ia-pech.intake'))
    // The other still believes that nothing is on offer: it neither refuses nor writes on that belief.
    const accepted = await other(order(3, { type: 'AcceptHandover' }, 'officer:huyen-ia-grai.labour'))
    expect(accepted).toMatchObject({ lines: [{ event: { type: 'HandoverAccepted' } }] })
    expect((await stored(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })
})
