import { createHash } from 'node:crypto'
import { verifySignature } from '@dossier/documents/signature-verification'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accounts, newDossier, phong } from '../../casework/test/one-stop-shop.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'
import { type Act, actsOf, local } from './dossier-acts.ts'
import { textOf } from './pdf-text.ts'

let office: LetterOffice
beforeAll(async () => {
  office = await openLetterOffice()
})
afterAll(() => office.close())
beforeEach(() => {
  Object.assign(office.state, { signerIsDown: false, intakeIsDown: false, name: 'Rơ Châm H’Bông' })
  office.shop.time.now = '2021-04-13T02:40:00.000Z'
})

const acts = (id: Parameters<typeof actsOf>[1], ...all: Act[]) => actsOf(office, id, ...all)
const accepted = () => acts(newDossier(), ['2021-04-13T09:40', accounts.intake, { type: 'Accept' }])
const atTheDistrict = async () =>
  acts(
    await accepted(),
    ['2021-04-13T10:00', accounts.intake, { type: 'OfferHandover', to: phong, originals: [] }],
    ['2021-04-13T14:00', accounts.labour, { type: 'AcceptHandover' }],
  )
const issued = async (id: string) => {
  await office.tell(id)
  await office.settle()
  return office.letters(id)
}

describe('each letter from a real record', () => {
  test('acceptance: form 01 with the promised day, numbered, signed by the desk, listed once', async () => {
    const id = await accepted()
    const [letter, ...others] = await issued(id)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ kind: 'receipt', state: 'issued', form: 'TT01/2018-01', authority: 'H21.08.10' })
    const pdf = await office.fileOf(letter ?? { sha256: null })
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(letter?.sha256)
    const text = await textOf(pdf)
    for (const words of [
      '17/05/2021',
      'Rơ Châm H’Bông',
      'Ủy ban nhân dân xã Ia Pếch',
      'Ia Pếch, ngày 13 tháng 4 năm 2021',
    ])
      expect(text.toLowerCase()).toContain(words.toLowerCase())
    const roots = [await office.development.root()]
    expect(await verifySignature(pdf, roots)).toMatchObject({
      intact: true,
      coversWholeFile: true,
      trusted: true,
      signedBy: { organisation: 'Bộ phận Một cửa xã Ia Pếch', title: 'Công chức tiếp nhận' },
    })
    const [told] = await office.told(id)
    expect(told).toMatchObject({ seq: 1, event: { kind: 'receipt', of: 2, sha256: letter?.sha256, signed: true } })
  })

  test('a supplement: form 02 with every defect and the officer’s words, then a new form 01 in place of the old', async () => {
    const defects = [{ component: '02', defect: 'missing' as const }]
    const id = await acts(
      await accepted(),
      ['2021-04-14T10:00', accounts.intake, { type: 'OfferHandover', to: phong, originals: [] }],
      ['2021-04-14T14:00', accounts.labour, { type: 'AcceptHandover' }],
      ['2021-04-15T10:00', accounts.labour, { type: 'ProposeSupplement', defects }],
      ['2021-04-15T11:00', accounts.intake, { type: 'RequestSupplement', defects, note: 'Xin mang bản sao trang 2.' }],
      ['2021-04-20T15:20', accounts.intake, { type: 'ReceiveSupplement' }],
    )
    const letters = await issued(id)
    expect(letters.map(({ kind, form }) => [kind, form])).toEqual([
      ['receipt', 'TT01/2018-01'],
      ['control-sheet', 'TT01/2018-05'],
      ['supplement', 'TT01/2018-02'],
      ['receipt', 'TT01/2018-01'],
    ])
    const [, sheet, supplement, again] = await Promise.all(letters.map(async (one) => textOf(await office.fileOf(one))))
    expect(sheet).toMatch(/10:00 14\/04\/2021.*14:00 14\/04\/2021/)
    for (const words of ['Xin mang bản sao trang 2.', 'tính lại từ đầu']) expect(supplement).toContain(words)
    expect(again).toContain('Thay giấy đã cấp ngày 13/04/2021')
  })

  test('a refusal at the desk: form 03 without a code, with reason and the right place', async () => {
    const refuse = {
      type: 'RefuseIntake',
      ground: 'wrong-authority',
      directedTo: phong,
      note: 'Nộp tại huyện.',
    } as const
    const [letter] = await issued(await acts(newDossier(), ['2021-04-13T09:40', accounts.intake, refuse]))
    expect(letter).toMatchObject({ kind: 'refusal', state: 'issued', form: 'TT01/2018-03' })
    const text = await textOf(await office.fileOf(letter ?? { sha256: null }))
    expect(text).toContain('Nộp tại huyện.')
    expect(text).toContain('Phòng Lao động - Thương binh và Xã hội huyện Ia Grai')
  })

  test.each([true, false])('a refused result: form 03 by whoever signed it, in its words (%s) alone', async (said) => {
    const so = office.books.officer('gia-lai.labour')?.mandates[0]?.organisation
    if (so === undefined) throw new Error('no department')
    const id = await acts(
      await atTheDistrict(),
      ['2021-04-28T15:00', accounts.labour, { type: 'OfferHandover', to: so, originals: [] }],
      ['2021-04-29T14:00', accounts.department, { type: 'AcceptHandover' }],
      ['2021-05-10T15:00', accounts.department, { type: 'Propose', outcome: 'refused', note: 'Nghi giấy tờ giả.' }],
      [
        '2021-05-10T15:30',
        accounts.director,
        { type: 'Sign', outcome: 'refused', number: '67/TB-SLDTBXH', ...(said && { note: 'Không đủ điều kiện.' }) },
      ],
    )
    const letter = (await issued(id)).at(-1)
    expect(letter).toMatchObject({ kind: 'refusal', state: 'issued', authority: so })
    const text = await textOf(await office.fileOf(letter ?? { sha256: null }))
    expect(text).toContain('67/TB-SLDTBXH')
    expect([text.includes('Không đủ điều kiện.'), text.includes('Nghi giấy tờ giả.')]).toEqual([said, false])
  })
})

test('heard twice and brought on twice there is one letter, one number, one line told', async () => {
  const id = await accepted()
  await Promise.all([office.tell(id), office.tell(id)])
  await Promise.all([office.settle(), office.settle()])
  await office.tell(id)
  expect(await office.letters(id)).toHaveLength(1)
  expect(await office.told(id)).toHaveLength(1)
})

test('twenty at once are numbered without a gap and none twice', async () => {
  // Refusals: an accepted dossier takes its number in the register first, one after the other.
  const refuse = { type: 'RefuseIntake', ground: 'not-eligible', note: 'Không đủ điều kiện.' } as const
  const refused = () => acts(newDossier(), ['2021-04-13T09:40', accounts.intake, refuse])
  const ids = await Promise.all(Array.from({ length: 20 }, refused))
  const before = Math.max(0, ...(await numbers()))
  await Promise.all(ids.map((id) => office.tell(id)))
  const after = (await numbers()).filter((number) => number > before)
  expect(after).toEqual(Array.from({ length: 20 }, (_, i) => before + i + 1))
})
const numbers = async (): Promise<number[]> => {
  const read = `select number from letter where authority = 'H21.08.10' and year = 2021 order by number`
  return (await office.db.query<{ number: number }>(read)).rows.map(({ number }) => number)
}

test('the same record and application give the same bytes before they are signed', async () => {
  const id = await accepted()
  await office.tell(id)
  office.state.signerIsDown = true
  await office.settle()
  const [first] = await office.letters(id)
  await office.db.query(`update letter set state = 'drafted', next_at = $2 where id = $1`, [
    first?.id,
    office.shop.time.now,
  ])
  office.shop.time.now = local('2021-04-14T09:00')
  await office.settle()
  const [second] = await office.letters(id)
  expect(second?.unsigned).toMatch(/^[0-9a-f]{64}$/)
  expect(second?.unsigned).toBe(first?.unsigned)
})

test('with the signing service out for a day a letter waits unsigned, then is issued once', async () => {
  office.state.signerIsDown = true
  const id = await accepted()
  await office.tell(id)
  for (let hour = 9; hour < 24; hour += 1) {
    office.shop.time.now = local(`2021-04-13T${String(hour).padStart(2, '0')}:59`)
    await office.settle()
  }
  expect(await office.letters(id)).toMatchObject([
    { state: 'awaiting-signature', why: 'the signing service does not answer' },
  ])
  expect(await office.told(id)).toEqual([])
  office.state.signerIsDown = false
  office.shop.time.now = local('2021-04-14T09:40')
  await office.settle()
  expect(await office.letters(id)).toMatchObject([{ state: 'issued', why: null, at: local('2021-04-13T09:40') }])
  expect(await office.told(id)).toHaveLength(1)
})

test('while intake is out a letter waits as a draft, and knows why', async () => {
  office.state.intakeIsDown = true
  const id = await accepted()
  await office.tell(id)
  await office.settle()
  expect(await office.letters(id)).toMatchObject([{ state: 'drafted', why: 'intake or casework does not answer' }])
  office.state.intakeIsDown = false
  office.shop.time.now = local('2021-04-13T10:40')
  await office.settle()
  expect(await office.letters(id)).toMatchObject([{ state: 'issued' }])
})

test('what can never be set fails with its problem, for people, and keeps its number', async () => {
  office.state.name = 'Tên \u{13000} lạ'
  const id = await accepted()
  const [letter] = await issued(id)
  expect(letter).toMatchObject({ state: 'failed', problem: { code: 'unprintable-text' } })
  expect(letter?.problem?.vi).toContain('U+13000')
})

test('a letter of 30 MB is refused with a clear error, and nothing is lost', async () => {
  const id = await accepted()
  await office.tell(id)
  const { print } = office.deps.printer
  office.deps.printer.print = async () => new Uint8Array(30_000_000)
  await office.settle()
  office.deps.printer.print = print
  const [letter] = await office.letters(id)
  expect(letter).toMatchObject({ state: 'failed', problem: { code: 'too-long' } })
  expect(letter?.problem?.en).toContain('30000000 bytes')
})

test('killed after each write of its way, a letter is issued once and told once', async () => {
  const id = await accepted()
  await office.tell(id)
  const { db } = office.deps
  let at = Date.parse(office.shop.time.now)
  // Each try dies after one more of the statements it sends; their effect may or may not have been committed.
  for (let survived = 0; survived < 12; survived += 1) {
    office.deps.db = dyingAfter(db, survived)
    await office.settle().catch(() => {})
    office.deps.db = db
    at += 3_600_000
    office.shop.time.now = new Date(at).toISOString()
  }
  await office.settle()
  expect(await office.letters(id)).toMatchObject([{ state: 'issued' }])
  expect(await office.told(id)).toHaveLength(1)
})

test('killed after the commit, before anybody heard of it, a letter is issued once', async () => {
  const id = await accepted()
  await office.tell(id)
  let kills = 0
  office.deps.told = () => {
    kills += 1
    throw new Error('killed after the effect, before anybody knew')
  }
  await office.settle()
  office.deps.told = () => {}
  office.shop.time.now = local('2021-04-13T12:00')
  await office.settle()
  expect(kills).toBe(1)
  expect(await office.told(id)).toHaveLength(1)
  expect(await office.letters(id)).toMatchObject([{ state: 'issued' }])
})

test('the next moment is that of the next letter to be brought on', async () => {
  office.state.signerIsDown = true
  const id = await accepted()
  await office.tell(id)
  await office.settle()
  expect((await office.db.query('select at from next_moment')).rows[0].at > office.shop.time.now).toBe(true)
})

/** A database whose connection is cut off after so many statements, in transactions and out of them. */
const dyingAfter = (db: LetterOffice['db'], statements: number): LetterOffice['db'] => {
  let left = statements
  const cut = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (of, name) => {
        const member: unknown = Reflect.get(of, name)
        if (typeof member !== 'function') return member
        if (name === 'connect') return async () => cut(await db.connect())
        return (...given: unknown[]) => {
          if (name === 'query' && (left -= 1) < 0) throw new Error('Connection terminated unexpectedly')
          return Reflect.apply(member, of, given)
        }
      },
    })
  return cut(db)
}
