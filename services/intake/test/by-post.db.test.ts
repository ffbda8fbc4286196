import { ApplicationMessage } from '@dossier/contracts/application'
import { DossierId } from '@dossier/contracts/dossier-id'
import { PostalSubmission } from '@dossier/contracts/parcel'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { intakeProblem } from '../src/problems.ts'
import { allowance, papers as lodged } from './forms.ts'
import { desk, officer, openOffice, send, type Office } from './office.ts'

const records = new Map<string, PostalSubmission>()
let office: Office
beforeAll(async () => {
  office = await openOffice({
    askPostal: async (id, named) => {
      const record = records.get(named === undefined ? id : `${id} ${named}`)
      if (record === undefined) throw intakeProblem('handover-record-missing')
      return record
    },
  })
})
afterAll(() => office.close())

const given = {
  procedure: 'fx.tro-cap-khang-chien',
  channel: 'post',
  receivingDesk: desk,
  form: allowance,
  components: { '01': lodged(1), '02': lodged(0, 1), '03': lodged(1) },
}
const count = (originals: number, certifiedCopies = 0) => ({ originals, certifiedCopies, copies: 0 })
/** A dossier the post has collected; its handover record is signed a quarter of an hour before it is entered. */
const collected = (more: Partial<PostalSubmission> = {}) => {
  const dossierId = DossierId.parse(uuidv7())
  const record = PostalSubmission.parse({
    dossierId,
    procedure: given.procedure,
    desk,
    record: 'BB-1',
    signedAt: '2021-09-01T01:45:00.000Z',
    papers: { '01': count(1), '02': count(0, 1), '03': count(1) },
    fees: {},
    returnBy: 'post',
    ...more,
  })
  records.set(dossierId, record)
  return { ...given, collected: dossierId }
}

test('by post the lawful submission is the moment desk and courier signed, under the id the post gave (QĐ 45/2016 art. 7.4)', async () => {
  const submission = collected()
  const response = await send(office, officer, '/applications', submission)
  expect(response.json()).toMatchObject({
    applicationId: submission.collected,
    submittedAt: '2021-09-01T01:45:00.000Z',
  })
  const { rows } = await office.db.query('select body from outbox where key = $1', [submission.collected])
  expect(rows.map(({ body }) => ApplicationMessage.parse(body))).toMatchObject([
    {
      at: '2021-09-01T02:00:00.000Z',
      event: { channel: 'post', returnBy: 'post', handoverRecord: 'BB-1', submittedAt: '2021-09-01T01:45:00.000Z' },
    },
  ])
})

test('without a signed handover record nothing is taken in by post', async () => {
  const [without, unsigned] = await Promise.all([
    send(office, officer, '/applications', given),
    send(office, officer, '/applications', { ...given, collected: uuidv7() }),
  ])
  for (const response of [without, unsigned])
    expect(response.json()).toMatchObject({ status: 409, code: 'handover-record-missing' })
})

test('what the desk enters is what both counted: each difference is named in one answer', async () => {
  const submission = collected({ procedure: '1.000894' })
  const components = { '02': lodged(0, 1), '03': lodged(2) }
  const { statusCode, ...response } = await send(office, officer, '/applications', { ...submission, components })
  expect(statusCode).toBe(422)
  const answer: { errors: { pointer: string }[] } = response.json()
  expect(answer.errors.map(({ pointer }) => pointer)).toEqual([
    '#/body/procedure',
    '#/body/components/01',
    '#/body/components/03',
  ])
})

test('one handover record is entered once; the same request again has the same answer', async () => {
  const submission = collected()
  const first = await send(office, officer, '/applications', submission, 'once')
  const again = await send(office, officer, '/applications', submission, 'once')
  expect(again.json()).toEqual(first.json())
  const other = await send(office, officer, '/applications', submission)
  expect(other.json()).toMatchObject({ status: 409, code: 'collected-taken' })
})

test('a record cannot be named where nothing came by post', async () => {
  const { collected: id } = collected()
  const response = await send(office, officer, '/applications', { ...given, channel: 'desk', collected: id })
  expect(response.json()).toMatchObject({ status: 409, code: 'handover-record-missing' })
})

test('papers sent after the application are those of the record they came on, entered once and by the desk alone', async () => {
  const submission = collected()
  const { applicationId } = (await send(office, officer, '/applications', submission)).json()
  const bring = (more: object, by = officer) =>
    send(office, by, `/applications/${applicationId}/amendments`, { handoverRecord: 'BB-2', ...more })
  const components = { '03': lodged(1) }
  expect((await bring({ components })).json()).toMatchObject({ code: 'handover-record-missing' })
  records.set(`${applicationId} BB-2`, {
    ...PostalSubmission.parse(records.get(submission.collected)),
    record: 'BB-2',
    papers: { '03': count(1) },
  })
  expect((await bring({ components }, 'citizen:bui-thi-hoa')).json()).toMatchObject({ code: 'handover-record-missing' })
  expect((await bring({ components: { '03': lodged(2) } })).json()).toMatchObject({
    code: 'collected-differs',
    errors: [{ pointer: '#/body/components/03' }],
  })
  expect((await bring({ components })).statusCode).toBe(200)
  expect((await bring({ components })).json()).toMatchObject({ status: 409, code: 'collected-taken' })
  const { rows } = await office.db.query('select body from outbox where key = $1 order by tx, id', [applicationId])
  expect(rows.map(({ body }) => ApplicationMessage.parse(body).event)).toMatchObject([
    { handoverRecord: 'BB-1' },
    { type: 'ApplicationAmended', handoverRecord: 'BB-2', papers: [{ component: '03', originals: 1 }] },
  ])
})
