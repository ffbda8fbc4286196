import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { news } from './dossier-news.ts'
import {
  clerk,
  collected,
  courier,
  delivery,
  desk,
  local,
  office,
  openPostOffice,
  type PostOffice,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const stage = { id: 'commune', unit: desk, limit: { amount: 5, unit: 'working-day' }, due: { on: '2021-04-20' } }
const acceptance = {
  type: 'DossierAccepted',
  code: 'H21.08.05-210413-0001',
  procedureVersion: 'fx.tro-cap-khang-chien@2021-01-01',
  ruleSet: 'ND61_2018',
  calendar: 'VN-2021-1',
  dayZero: '2021-04-13',
  count: { due: { on: '2021-05-17' }, provisional: false, stages: [stage], walk: [] },
  receipt: true,
}
const whats = async (dossierId: string) =>
  (await post.events(dossierId)).flatMap((event) => (event.type === 'IncidentOpened' ? [[event.what, event.at]] : []))

describe('the appointment goes back to the citizen who only sent by post', () => {
  const sentOnly = async () => {
    post.at('2021-04-12 15:30')
    return collected(post, { returnBy: 'desk' })
  }
  const tell = (dossierId: string, how = 'telephone', by = courier) =>
    post.post(by, `/appointments/${dossierId}/telling`, { how })
  const owed = async () =>
    (await post.get(courier, `/appointments?office=${office}`)).json().appointments as { dossierId: string }[]
  const mine = async (dossierId: string) => (await owed()).find((one) => one.dossierId === dossierId)

  test('J + 2 in one district: known when the ledger has accepted, told once by the office that took it in', async () => {
    const { dossierId, parcel } = await sentOnly()
    expect(await mine(dossierId)).toMatchObject({ parcel, promised: { on: '2021-04-14' }, appointment: null })
    expect((await tell(dossierId)).json()).toMatchObject({ status: 409, code: 'appointment-unknown' })
    post.at('2021-04-13 10:00')
    await post.heardDossier(news(dossierId, { seq: 1, event: acceptance }))
    expect(await mine(dossierId)).toMatchObject({ code: acceptance.code, appointment: { on: '2021-05-17' } })
    expect((await tell(dossierId, 'telephone', clerk)).statusCode).toBe(403)
    expect((await tell(dossierId)).json()).toEqual({ inTime: true })
    expect((await tell(dossierId)).json().code).toBe('appointment-told')
    expect((await post.events(dossierId)).at(-1)).toEqual({
      type: 'AppointmentTold',
      parcel,
      appointment: { on: '2021-05-17' },
      inTime: true,
    })
    post.at('2021-04-16 08:00')
    await post.sweep()
    expect(await whats(dossierId)).not.toContainEqual(['appointment-untold', office])
  })

  test('untold on the promised day it rings once: at the desk that has not accepted, at the office that has not told', async () => {
    const [slowDesk, slowPost] = [await sentOnly(), await sentOnly()]
    await post.heardDossier(news(slowPost.dossierId, { seq: 1, event: acceptance }))
    post.at('2021-04-15 00:00')
    await post.sweep()
    await post.sweep()
    const untold = async ({ dossierId }: { dossierId: string }) =>
      (await whats(dossierId)).filter(([what]) => what === 'appointment-untold')
    expect(await untold(slowDesk)).toEqual([['appointment-untold', desk]])
    expect(await untold(slowPost)).toEqual([['appointment-untold', office]])
    expect((await tell(slowPost.dossierId, 'slip')).json()).toEqual({ inTime: false })
  })

  test('the combined service has none, and who was refused in writing awaits none', async () => {
    post.at('2021-04-12 15:30')
    const both = await collected(post)
    expect(await mine(both.dossierId)).toBeUndefined()
    const { dossierId } = await sentOnly()
    await post.heardDossier(news(dossierId, { seq: 1, event: { type: 'DossierNotAccepted', ground: 'not-eligible' } }))
    expect(await mine(dossierId)).toBeUndefined()
    expect((await tell(dossierId)).statusCode).toBe(404)
  })
})

describe('force majeure', () => {
  const flood = {
    place: 'H21.08',
    from: local('2021-05-12 18:00'),
    until: local('2021-05-14 18:00'),
    basis: 'CV 12/PCTT',
  }
  const record = (more: object = {}, by = courier) => post.post(by, '/force-majeure', { ...flood, ...more })
  const promised = async (parcel: string) =>
    (await post.db.query('select promised from parcel where code = $1', [parcel])).rows[0].promised.on

  test('it moves what was promised of parcels under way there, with its document, and their silence with it', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-05-12')
    expect(await promised(parcel)).toBe('2021-05-13')
    const answer = await record()
    expect(answer.json()).toMatchObject({ moved: 1 })
    expect(await promised(parcel)).toBe('2021-05-17')
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'PostalLimitMoved',
      limit: 'promise',
      was: { on: '2021-05-13' },
      now: { on: '2021-05-17' },
      forceMajeure: answer.json().id,
    })
    post.at('2021-05-17 08:00')
    await post.sweep()
    expect((await whats(dossierId)).map(([what]) => what)).not.toContain('parcel-silent')
    expect((await stepOf(post, parcel, 'delivered', delivery)).statusCode).toBe(200)
    // By the moved day it was in time: nothing is owed for lateness.
    const liability = { harm: 'late', fault: 'force-majeure', record: 'BB-TN-1', recordedOn: '2021-05-17' }
    expect((await post.post(courier, `/parcels/${parcel}/liability`, liability)).json().code).toBe('harm-not-declared')
    const { forceMajeure } = (await post.get(courier, '/force-majeure')).json()
    expect(forceMajeure).toMatchObject([{ basis: 'CV 12/PCTT', recordedBy: 'ia-grang.post' }])
  })

  test('a parcel posted later while it lasts is promised by it too', async () => {
    await record({ from: local('2021-06-02 07:00'), until: local('2021-06-03 18:00'), basis: 'CV 13/PCTT' })
    const { parcel } = await postedResult(post, '2021-06-02')
    expect(await promised(parcel)).toBe('2021-06-04')
  })

  test('of places of one’s own alone, with an end after its beginning, and by nobody but the post', async () => {
    expect((await record({ place: 'H21.52' })).statusCode).toBe(403)
    expect((await record({}, clerk)).statusCode).toBe(403)
    expect((await record({ until: flood.from })).statusCode).toBe(400)
  })
})
