import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, phong } from '../../casework/test/one-stop-shop.ts'
import { actsOf, local } from './dossier-acts.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'
import { textOf } from './pdf-text.ts'

let office: LetterOffice
let id: string
let letter: string
beforeAll(async () => {
  office = await openLetterOffice()
  id = await actsOf(
    office,
    newDossier(),
    ['2021-04-13T09:40', accounts.intake, { type: 'Accept' }],
    ['2021-04-13T10:00', accounts.intake, { type: 'OfferHandover', to: phong, originals: [] }],
    ['2021-04-13T14:00', accounts.labour, { type: 'AcceptHandover' }],
  )
  await office.tell(id)
  await office.settle()
  letter = (await office.letters(id))[0]?.id ?? ''
})
afterAll(() => office.close())

test.each([
  ['the applicant', accounts.citizen, 200],
  ['an officer on its way', accounts.labour, 200],
  ['another citizen', 'citizen:other', 404],
  ['another commune', accounts.otherCommune, 404],
  ['nobody', 'officer:nobody', 404],
])('%s: %s reads letter, list and signature with %i', async (_who, account, status) => {
  for (const url of [`/letters/${letter}.pdf`, `/letters/${letter}/signature`, `/dossiers/${id}/letters`])
    expect((await office.get(url, account)).statusCode).toBe(status)
})

test.each(['officer:gia-lai.inspector', 'officer:huyen-ia-grai.intake'])(
  '%s, who supervises without the papers, is told that there are letters and gets none',
  async (account) => {
    expect((await office.get(`/dossiers/${id}/letters`, account)).statusCode).toBe(200)
    for (const url of [`/letters/${letter}.pdf`, `/letters/${letter}/signature`])
      expect((await office.get(url, account)).statusCode).toBe(404)
  },
)

test('a letter is served as it was signed, under a name without any person in it', async () => {
  const answer = await office.get(`/letters/${letter}.pdf`, accounts.citizen)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="1-2021-receipt.pdf"',
  })
  const [row] = await office.letters(id)
  expect(answer.rawPayload).toEqual(await office.fileOf(row ?? { sha256: null }))
})

test('its signature is told with who signed, and that nothing was changed since', async () => {
  expect((await office.get(`/letters/${letter}/signature`, accounts.citizen)).json()).toMatchObject({
    is: 'signed',
    intact: true,
    coversWholeFile: true,
    trusted: true,
  })
})

test('what is not issued has no bytes, and the applicant is not shown it', async () => {
  office.state.signerIsDown = true
  const other = await actsOf(office, newDossier(), ['2021-04-14T09:40', accounts.intake, { type: 'Accept' }])
  await office.tell(other)
  await office.settle()
  office.state.signerIsDown = false
  const [row] = await office.letters(other)
  expect(row?.state).toBe('awaiting-signature')
  expect((await office.get(`/letters/${row?.id}.pdf`, accounts.citizen)).statusCode).toBe(404)
  expect((await office.get(`/dossiers/${other}/letters`, accounts.citizen)).json()).toEqual({ letters: [] })
  expect((await office.get(`/dossiers/${other}/letters`, accounts.intake)).json().letters).toHaveLength(1)
})

test.each(['', 'x', '01990000-0000-7000-8000-000000000001'])('an unknown letter %j is not there', async (unknown) => {
  expect([400, 404]).toContain((await office.get(`/letters/${unknown}.pdf`, accounts.citizen)).statusCode)
})

test('a failed letter is shown to its desk and to operations, and set again once its cause is mended', async () => {
  office.state.name = 'Tên \u{13000} lạ'
  const other = await actsOf(office, newDossier(), ['2021-04-14T10:40', accounts.intake, { type: 'Accept' }])
  await office.tell(other)
  await office.settle()
  office.state.name = 'Tên thường'
  const failed = async (who: string) => (await office.get('/letters?state=failed', who)).json().letters
  expect(await failed(accounts.intake)).toMatchObject([{ dossierId: other, problem: { code: 'unprintable-text' } }])
  expect(await failed('service:notifications')).toHaveLength(1)
  expect(await failed(accounts.otherCommune)).toEqual([])
  expect(await failed('service:conductor')).toEqual([])

  const [{ id: broken, number }] = await failed(accounts.intake)
  const again = (who: string, key: string) =>
    office.app.inject({
      method: 'POST',
      url: `/letters/${broken}/redrive`,
      headers: { authorization: `Bearer ${who}`, 'idempotency-key': key },
      payload: {},
    })
  expect((await again(accounts.otherCommune, 'a')).statusCode).toBe(404)
  expect((await again(accounts.intake, 'b')).json()).toMatchObject({ state: 'drafted', number })
  expect((await again(accounts.intake, 'b')).json()).toMatchObject({ state: 'drafted', number })
  await office.settle()
  expect(await office.letters(other)).toMatchObject([{ state: 'issued' }])
  expect((await again(accounts.intake, 'c')).statusCode).toBe(404)
})

test('the control sheet shows every handover from both sides, to officers on the way alone', async () => {
  const url = `/dossiers/${id}/control-sheet.pdf`
  const answer = await office.get(url, accounts.labour)
  expect(answer.statusCode).toBe(200)
  const text = await textOf(answer.rawPayload)
  for (const words of ['Mẫu số 05', '10:00 13/04/2021', '14:00 13/04/2021', 'Phòng Lao động'])
    expect(text).toContain(words)
  expect((await office.get(url, accounts.otherCommune)).statusCode).toBe(404)
  expect((await office.get(url, accounts.citizen)).statusCode).toBe(403)
})

test('that of a handover between authorities is a letter of its own, and none to the citizen', async () => {
  const lettersFor = async (who: string): Promise<{ id: string; kind: string }[]> =>
    (await office.get(`/dossiers/${id}/letters`, who)).json().letters
  const sheet = (await lettersFor(accounts.labour)).find(({ kind }) => kind === 'control-sheet')
  expect((await lettersFor(accounts.citizen)).map(({ kind }) => kind)).not.toContain('control-sheet')
  expect((await office.get(`/letters/${sheet?.id}.pdf`, accounts.labour)).statusCode).toBe(200)
  expect((await office.get(`/letters/${sheet?.id}.pdf`, accounts.citizen)).statusCode).toBe(404)
  expect((await office.get(`/letters/${sheet?.id}/signature`, accounts.citizen)).statusCode).toBe(404)
})

test('the register of a desk has a line for each dossier, numbered through the year, as book and as spreadsheet', async () => {
  office.shop.time.now = local('2021-06-01T09:00')
  const at = `/registers/${office.shop.desks.iaPech}/2021`
  const book = await office.get(`${at}.pdf`, accounts.intake)
  expect(book.statusCode).toBe(200)
  const text = await textOf(book.rawPayload)
  for (const words of ['Mẫu số 06', office.state.name, '17/05/2021', 'Sổ theo dõi hồ sơ'])
    expect(text.toLowerCase()).toContain(words.toLowerCase())
  const { rows } = await office.db.query('select number from register_line order by number')
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1))
  const sheet = await office.get(`${at}.xlsx`, accounts.intake)
  expect(sheet.headers['content-type']).toContain('spreadsheetml')
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('a register is for its own desk and for inspectors above it; who looked is written down, refused looks too', async () => {
  const at = `/registers/${office.shop.desks.iaPech}/2021.pdf`
  await office.db.query('delete from register_look')
  expect((await office.get(at, accounts.otherCommune)).statusCode).toBe(404)
  expect((await office.get(at, 'officer:gia-lai.inspector')).statusCode).toBe(200)
  expect((await office.get(at, accounts.citizen)).statusCode).toBe(403)
  const { rows } = await office.db.query('select viewer, mandate is not null as granted from register_look order by id')
  expect(rows).toEqual([
    { viewer: accounts.otherCommune, granted: false },
    { viewer: 'officer:gia-lai.inspector', granted: true },
  ])
})

test.each([
  '/registers/H21.08.10.01/1999.pdf',
  '/registers/nowhere/2021.pdf',
  '/registers/H21.08.10.01/2021.pdf?from=0',
])('%s is refused', async (url) => {
  expect((await office.get(url, accounts.intake)).statusCode).toBe(400)
})
