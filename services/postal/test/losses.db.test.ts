import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atDesk, lodged, give, social, specialist, take } from './lodged.ts'
import {
  clerk,
  collected,
  countedBy,
  courier,
  delivery,
  desk,
  expectBalance,
  local,
  newKey,
  office,
  openPostOffice,
  papersNow,
  type PostOffice,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

const head = 'officer:ia-grang.head'
let post: PostOffice
beforeEach(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
})
afterEach(() => post.close())

const typesOf = async (dossierId: string) => (await post.events(dossierId)).map(({ type }) => type)
const incidentsOf = async (organisation: string, who: string): Promise<{ id: string; what: string }[]> =>
  (await post.get(who, `/incidents?organisation=${organisation}`)).json().incidents
const words = {
  reason: 'Không thấy trong tủ hồ sơ khi kiểm đếm cuối ngày.',
  search: 'Đã tìm tại quầy, tủ lưu và hỏi ba cán bộ trong ca.',
  replacement: 'Đề nghị nơi cấp cấp bản sao từ sổ gốc, cơ quan trả chi phí.',
}

describe('a paper lost in an office', () => {
  test('is declared lost by its head, with what was done: the chain says by which decision, an incident is opened and closed', async () => {
    const { dossierId, papers } = await lodged(post)
    const loss = { dossierId, from: atDesk, papers: papers.slice(0, 1), ...words }
    const declared = await post.post(head, '/losses', loss)
    expect(declared.statusCode).toBe(201)
    const { incident, decision } = declared.json()
    expect((await post.events(dossierId)).slice(-3)).toMatchObject([
      { type: 'IncidentOpened', incident, what: 'paper-lost', at: desk },
      { type: 'PapersMoved', from: atDesk, to: { kind: 'lost', decision } },
      { type: 'IncidentClosed', incident, outcome: 'lost' },
    ])
    const kinds = (await papersNow(post, dossierId)).map(({ paper, now }) => [paper, now?.kind])
    expect(Object.fromEntries(kinds)).toEqual({ [papers[0] ?? '']: 'lost', [papers[1] ?? '']: 'desk' })
    const chains = (await post.get(clerk, `/dossiers/${dossierId}/custody`)).json().papers
    expect(chains[0].chain.at(-1)).toMatchObject({ custodian: { kind: 'lost', decision }, why: decision, loss: words })
    expect(await incidentsOf(desk, head)).toEqual([])
    expect((await post.post(head, '/losses', loss)).json().code).toBe('not-givers-paper')
    await expectBalance(post)
  })

  test('is declared lost by nobody else, not with the post, and not without words', async () => {
    const { dossierId, papers } = await lodged(post)
    const loss = { dossierId, from: atDesk, papers, ...words }
    for (const who of [clerk, courier, 'officer:ia-kha.head'])
      expect((await post.post(who, '/losses', loss)).statusCode).toBe(403)
    expect((await post.post(head, '/losses', { ...loss, search: '' })).statusCode).toBe(400)
    const withThePost = { ...loss, from: { kind: 'parcel', parcel: 'RR473124829VN' } }
    expect((await post.post(head, '/losses', withThePost)).statusCode).toBe(400)
    expect(await typesOf(dossierId)).toEqual([])
  })
})

test('whoever gave what the taker misses finds the incident in the own list, and may settle it', async () => {
  const { dossierId, papers } = await lodged(post)
  const { id } = (await give(post, dossierId, papers)).json()
  await take(post, id, papers.slice(1))
  const [incident] = await incidentsOf(desk, clerk)
  expect(incident).toMatchObject({ what: 'count-differs' })
  expect((await incidentsOf(social.organisation, specialist)).map((one) => one.id)).toEqual([incident?.id])
  const closed = await post.post(clerk, `/incidents/${incident?.id}/closing`, { outcome: 'found', papersAt: [] })
  expect(closed.statusCode).toBe(200)
})

test('a broken seal is before desk and post at once, though all papers are there', async () => {
  const { dossierId, parcel } = await collected(post)
  await countedBy(post, parcel, { sealWhole: false })
  expect((await post.events(dossierId)).at(-1)).toMatchObject({
    type: 'IncidentOpened',
    what: 'seal-broken',
    parcel,
    at: desk,
    also: [office],
  })
  for (const [organisation, who] of [
    [desk, clerk],
    [office, courier],
  ] as const)
    expect(await incidentsOf(organisation, who)).toMatchObject([{ what: 'seal-broken' }])
})

test('a complaint that the desk writes down after the journey is the matter of the post office that had the parcel', async () => {
  const { parcel } = await postedResult(post, '2021-03-17')
  post.at('2021-03-18 10:00')
  expect((await stepOf(post, parcel, 'delivered', delivery)).statusCode).toBe(200)
  const contact = { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' }
  const complaint = { about: 'damaged', words: 'Phong bì bị rách.', contact }
  const received = await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)
  expect(received.statusCode).toBe(201)
  const open = async (organisation: string, who: string) =>
    (await post.get(who, `/complaints?organisation=${organisation}`))
      .json()
      .complaints.map((one: { complaint: string }) => one.complaint)
  expect(await open(office, courier)).toEqual([received.json().complaint])
  expect(await open(desk, clerk)).toEqual([])
})

describe('one truth about a delivery', () => {
  const scans = (...all: object[]) => post.post(courier, '/scans', { scans: all })
  const seen = (parcel: string, id: string, step: string, at: string, more: object = {}) => ({
    id,
    parcel,
    step,
    happenedAt: local(at),
    ...more,
  })

  test('told by mistake, it is taken back; told again when it happens', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-18 12:00')
    await scans(
      seen(parcel, 'far-1', 'out-for-delivery', '2021-03-18 08:00'),
      seen(parcel, 'wrong-1', 'delivered', '2021-03-18 10:00', { detail: delivery }),
    )
    const mistake = seen(parcel, 'right-1', 'attempted', '2021-03-18 10:00', { corrects: 'wrong-1' })
    await scans(mistake)
    await scans(mistake)
    expect((await typesOf(dossierId)).filter((type) => /Delivery|Delivered/.test(type))).toEqual([
      'ParcelDelivered',
      'DeliveryWithdrawn',
    ])
    await scans(seen(parcel, 'now-1', 'delivered', '2021-03-18 11:00', { detail: delivery }))
    expect((await typesOf(dossierId)).filter((type) => type === 'ParcelDelivered')).toHaveLength(2)
    await expectBalance(post)
  })

  test('corrected in its time alone, it is told once', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-18 12:00')
    await scans(seen(parcel, 'first-1', 'delivered', '2021-03-18 10:00', { detail: delivery }))
    const again = { corrects: 'first-1', detail: delivery }
    const { scans: answers } = (await scans(seen(parcel, 'second-1', 'delivered', '2021-03-18 10:05', again))).json()
    expect(answers).toMatchObject([{ outcome: 'counted' }])
    expect((await typesOf(dossierId)).filter((type) => /Deliver|Incident/.test(type))).toEqual(['ParcelDelivered'])
    await expectBalance(post)
  })

  test.each(['2021-03-18 10:00', '2021-03-22 10:00'])(
    'uploaded after the loss was declared, as of %s, it is before desk and post once, and nothing moves',
    async (at) => {
      const { dossierId, parcel } = await postedResult(post, '2021-03-17')
      post.at('2021-03-22 09:00')
      await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05/BB-BĐ' })
      post.at('2021-03-23 09:00')
      const late = seen(parcel, 'late-1', 'delivered', at, { detail: delivery })
      await scans(late)
      await scans(late)
      expect((await post.events(dossierId)).filter(({ type }) => type === 'IncidentOpened')).toMatchObject([
        { what: 'delivered-after-loss', parcel, at: desk, also: [office] },
      ])
      expect((await typesOf(dossierId)).filter((type) => /ParcelDelivered|ParcelLost/.test(type))).toEqual([
        'ParcelLost',
      ])
      await expectBalance(post)
    },
  )

  test('a loss corrected in its words is told once', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-22 09:00')
    await scans(seen(parcel, 'lost-1', 'lost', '2021-03-22 08:00', { detail: { fault: 'unknown', decision: '05/BB' } }))
    const told = { corrects: 'lost-1', detail: { fault: 'operator', decision: '05/BB' } }
    await post.post(courier, '/scans', { scans: [seen(parcel, 'lost-2', 'lost', '2021-03-22 08:05', told)] }, newKey())
    expect((await typesOf(dossierId)).filter((type) => type === 'ParcelLost')).toHaveLength(1)
    await expectBalance(post)
  })
})
