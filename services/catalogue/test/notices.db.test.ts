import { CalendarVersion, YearProposal } from '@dossier/contracts/calendar'
import { whyOff, numberOf } from '@dossier/domain/calendar'
import { calendarIn } from '@dossier/domain/calendar-layers'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, control, files, nobody, openCatalogue } from './catalogue.ts'

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  catalogue = await openCatalogue()
  await catalogue.load()
})
afterAll(() => catalogue.close())

/** Scenario S10: Monday 23/11/2026 off, Saturday 28/11 worked, announced on 19/11. */
const swap = {
  id: 'fx.hoan-doi-24-11-2026',
  layer: { is: 'nation' },
  document: { number: 'Mẫu 1/TB-BNV', confidence: 'fx' },
  about: 'Hoán đổi ngày làm việc quanh 24/11/2026 (mẫu)',
  knownSince: '2026-11-19',
  off: [{ day: '2026-11-23', why: 'swap', name: 'Nghỉ hoán đổi dịp 24/11' }],
  worked: [{ day: '2026-11-28', name: 'Làm bù cho thứ Hai 23/11/2026' }],
}
const stormy = {
  id: 'fx.h21-bao',
  layer: { is: 'province', province: 'H21' },
  document: { number: 'Mẫu 2/QĐ-UBND', confidence: 'fx' },
  about: 'Nghỉ do bão (mẫu)',
  knownSince: '2026-11-19',
  off: [{ day: '2026-11-20', why: 'holiday', name: 'Nghỉ do bão' }],
}
const draft = (notice: object, who = control, more = {}) => catalogue.send('POST', '/notices', who, notice, more)
const publish = (id: string, who = control) => catalogue.send('POST', `/notices/${id}/publish`, who)
const preview = async (id: string) => (await catalogue.send('GET', `/notices/${id}/preview`, control)).json()
const calendar = async (version: string) =>
  CalendarVersion.parse((await catalogue.send('GET', `/calendars/${version}`, undefined)).json())
const isWorking = (day: string, version: CalendarVersion) => whyOff(numberOf(day), version) === undefined
const days = (list: { day: string }[]) => list.map(({ day }) => day)

test('next year is proposed from law and lunar calendar, to be checked by a person, and is never announced by that', async () => {
  const answer = await catalogue.send('GET', '/calendars/proposal/2027', control)
  const { days: proposed, choices, ...said } = YearProposal.parse(answer.json())
  expect(said).toEqual({ year: 2027, toBeChecked: true, announced: false })
  expect(proposed.find(({ day }) => day === '2027-05-03')).toEqual({
    day: '2027-05-03',
    why: 'compensation',
    name: 'Nghỉ bù Ngày Quốc tế Lao động 1/5',
    basis: 'Bộ luật Lao động 2019, Điều 111.3',
    reason: 'nghỉ bù cho ngày 01/05/2027 là ngày nghỉ hằng tuần',
  })
  expect(choices.map(({ name }) => name)).toEqual(['Tết Nguyên đán', 'Quốc khánh'])
  expect((await calendar('VN-2026-1')).years.map(({ year }) => year)).not.toContain(2027)
  expect((await catalogue.send('GET', '/calendars/proposal/2027', nobody)).statusCode).toBe(403)
  expect((await catalogue.send('GET', '/calendars/proposal/1889', control)).statusCode).toBe(400)
})

test('a draft is its authors’ business, may be changed by who saw it last, and counts for nobody', async () => {
  const first = await draft({ ...swap, about: 'bản đầu' })
  expect(first.json()).toEqual({ key: swap.id, revision: 1, state: 'draft', calendar: null })
  expect((await draft(swap, control, { 'if-match': '"1"' })).json().revision).toBe(2)
  expect((await draft(swap, control, { 'if-match': '"1"' })).json()).toMatchObject({ code: 'moved-on', revision: 2 })
  const seen = await catalogue.send('GET', `/notices/${swap.id}`, control)
  expect([seen.headers['etag'], seen.json().notice.about]).toEqual(['"2"', swap.about])
  const listed = async (who?: string) => (await catalogue.send('GET', '/notices', who)).json().notices
  expect(await listed(control)).toMatchObject([{ id: swap.id, state: 'draft', revision: 2 }])
  expect([await listed(), await listed(nobody)]).toEqual([[], []])
  expect((await catalogue.send('GET', `/notices/${swap.id}`, nobody)).statusCode).toBe(404)
  expect(await catalogue.outbox(swap.id)).toEqual([])
  expect(await catalogue.outbox('VN-2026-2')).toEqual([])
})

test('only who controls procedures drafts, previews and publishes', async () => {
  const answers = await Promise.all(
    [nobody, admin].flatMap((who) => [
      draft(swap, who),
      publish(swap.id, who),
      catalogue.send('GET', `/notices/${swap.id}/preview`, who),
    ]),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(403))
})

test('a preview says which days a draft changes against the calendar as it is', async () => {
  const { before, after, problems, difference } = await preview(swap.id)
  expect([before, after, problems]).toEqual(['VN-2026-1', 'VN-2026-2', []])
  expect([days(difference.offAdded), days(difference.workedAdded)]).toEqual([['2026-11-23'], ['2026-11-28']])
  expect([difference.offRemoved, difference.workedRemoved, difference.announced]).toEqual([[], [], []])
})

test('published, a notice makes the next version, with its cause and all notices before it, told once (scenario S10)', async () => {
  const answers = [await publish(swap.id), await publish(swap.id)]
  const done = { key: swap.id, revision: 3, state: 'published', calendar: 'VN-2026-2' }
  expect(answers.map((answer) => answer.json())).toEqual([done, done])
  const told = await catalogue.outbox('VN-2026-2')
  expect(told).toHaveLength(1)
  const version = CalendarVersion.parse(told[0]?.body.body)
  expect(version).toMatchObject({ publishedOn: '2026-11-19', cause: `Mẫu 1/TB-BNV: ${swap.about}` })
  expect(version.notices?.at(-1)).toMatchObject({ id: swap.id, knownSince: '2026-11-19' })
  expect([isWorking('2026-11-23', version), isWorking('2026-11-28', version)]).toEqual([false, true])
  expect(await calendar('VN-2026-1')).toEqual(files.calendars[0]?.row)
  const shown = (await catalogue.send('GET', `/notices/${swap.id}`, undefined)).json()
  expect([shown.state, shown.calendar]).toEqual(['published', 'VN-2026-2'])
  expect(days((await preview(swap.id)).difference.offAdded)).toEqual(['2026-11-23']) // what it did
})

test('the versions are listed in the order they were published, with their years', async () => {
  const { calendars } = (await catalogue.send('GET', '/calendars', undefined)).json()
  expect(calendars).toMatchObject([
    { version: 'VN-2026-1', publishedOn: '2018-01-01' },
    { version: 'VN-2026-2', publishedOn: '2026-11-19' },
  ])
  expect(calendars[1].years).toContain(2026)
})

test('two who publish at once publish once', async () => {
  await draft(stormy)
  const answers = await Promise.all([publish(stormy.id), publish(stormy.id), publish(stormy.id)])
  expect(answers.map((answer) => answer.json().calendar)).toEqual(Array(3).fill('VN-2026-3'))
  expect(await catalogue.outbox('VN-2026-3')).toHaveLength(1)
})

test('a province’s day off is in the version and counts in that province alone', async () => {
  const version = await calendar('VN-2026-3')
  const inProvince = calendarIn(version, OrganisationCode.parse('H21'))
  expect([isWorking('2026-11-20', version), isWorking('2026-11-20', inProvince)]).toEqual([true, false])
  expect(isWorking('2026-11-23', inProvince)).toBe(false)
  expect(days((await preview(stormy.id)).difference.offAdded)).toEqual(['2026-11-20'])
})

test('a published notice is never edited: another one revokes its days', async () => {
  const edited = await draft({ ...swap, about: 'khác' })
  expect([edited.statusCode, edited.json().code]).toEqual([409, 'published-notice-changes-never'])
  const back = { ...swap, id: 'fx.bai-bo', off: [], worked: [], revoked: ['2026-11-23', '2026-11-28'] }
  await draft(back)
  const { difference } = await preview(back.id)
  expect([days(difference.offRemoved), days(difference.workedRemoved)]).toEqual([['2026-11-23'], ['2026-11-28']])
})

test('a bad notice is refused with every field that is wrong', async () => {
  const wrong = {
    ...swap,
    id: 'fx.sai',
    layer: { is: 'province', province: 'H99' },
    off: ['2026-11-24', '2026-11-18', '2027-01-04'].map((day) => ({ day, why: 'swap', name: 'x' })),
    worked: ['2026-11-26', '2026-11-18'].map((day) => ({ day, name: 'x' })),
  }
  const { code, errors } = (await draft(wrong)).json()
  expect(code).toBe('row-refused')
  expect(errors.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)).toEqual([
    '#/body/layer/province layer-unknown',
    '#/body/off/0/day already-off',
    '#/body/off/1/day past-day',
    '#/body/off/2/day year-not-announced',
    '#/body/worked/0/day already-working',
    '#/body/worked/1/day named-twice',
  ])
  const moon = await draft({ ...swap, layer: { is: 'moon' } })
  expect([moon.statusCode, moon.json().code]).toEqual([400, 'invalid'])
})

test('a draft that has been overtaken is refused when it is published', async () => {
  const late = { ...stormy, id: 'fx.muon', layer: { is: 'nation' }, off: [{ ...stormy.off[0], day: '2026-11-25' }] }
  await draft(late)
  catalogue.time.now = '2026-11-26T03:00:00.000Z'
  const { code, errors } = (await publish(late.id)).json()
  expect([code, errors[0]]).toMatchObject(['publication-refused', { pointer: '#/off/0/day', code: 'past-day' }])
  const meant = { ...late, retroactive: true, reason: 'Công bố muộn' }
  expect((await draft(meant)).statusCode).toBe(200)
  expect((await publish(late.id)).json().calendar).toBe('VN-2026-4')
  expect((await publish('fx.khong-co')).json().code).toBe('no-draft')
})

test('a year is announced in full by a notice, and a dossier that reaches into it can be counted', async () => {
  catalogue.time.now = '2026-12-28T03:00:00.000Z'
  const { days: proposed, choices } = (await catalogue.send('GET', '/calendars/proposal/2027', control)).json()
  const chosen = choices.flatMap(({ options }: YearProposal['choices'][number]) => options[1]?.adds ?? [])
  const off = [...proposed, ...chosen].map(({ day, why, name }) => ({ day, why, name }))
  const whole = { ...swap, id: 'fx.nam-2027', about: 'Nghỉ lễ năm 2027 (mẫu)', announces: [2027], off, worked: [] }
  expect((await draft(whole)).statusCode).toBe(200)
  expect((await preview(whole.id)).difference.announced).toEqual([2027])
  expect((await publish(whole.id)).json().calendar).toBe('VN-2026-5')
  expect((await calendar('VN-2026-5')).years.at(-1)).toMatchObject({ year: 2027, provisional: false })
  expect((await catalogue.send('GET', '/calendars/proposal/2027', control)).json().announced).toBe(true)
})

test('a version written whole is taken from nobody: its days come by notices alone', async () => {
  const version = { ...(await calendar('VN-2026-5')), version: 'VN-2026-9' }
  expect((await catalogue.send('POST', '/calendars', control, version)).statusCode).toBe(404)
  expect((await catalogue.send('GET', '/calendars/VN-2026-9', undefined)).statusCode).toBe(404)
})

test('a notice is told by the version that holds it alone, after a Kafka that was wiped too', async () => {
  const before = (await catalogue.outbox()).length
  await catalogue.send('POST', '/operations/re-announce', 'service:runbook:ops')
  const again = (await catalogue.outbox()).slice(before)
  expect(again.map(({ key }) => key)).toContain('VN-2026-5')
  expect(again.filter(({ topic }) => topic === 'calendar-notice')).toEqual([])
  expect((await catalogue.outbox()).filter(({ topic }) => topic === 'calendar-notice')).toEqual([])
})
