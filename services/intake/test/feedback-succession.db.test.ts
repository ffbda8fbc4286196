import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFeedbackSweep } from '../src/feedback/sweep.ts'
import { onDossierMessage } from '../src/progress.ts'
import { feedbackLimits } from '@dossier/domain/feedback-limits'
import { news } from './dossier-news.ts'
import { atDesk, business, papers } from './forms.ts'
import { citizen, get, openOffice, type Office, send } from './office.ts'
import { answer, local } from './petition.ts'

const district = { desk: 'H21.08.51', intake: 'officer:huyen-ia-grai.intake', head: 'officer:huyen-ia-grai.head' }
const [graiHead, hrungHead] = ['officer:xa-ia-grai.head', 'officer:xa-ia-hrung.head']
const handler = 'officer:xa-ia-grai.intake-2'

let office: Office
let code: string
beforeAll(async () => {
  office = await openOffice({ at: local('2025-06-23 09:00') })
  const given = atDesk({
    procedure: '1.001612',
    receivingDesk: district.desk,
    place: 'H21.08.10', // Ia Pếch, which becomes part of Ia Grai
    form: business,
    components: { '01': papers(1), '02': papers(0, 0, 1) },
    counts: undefined,
  })
  const dossier: string = (await send(office, district.intake, '/applications', given)).json().applicationId
  const line = news(dossier, { seq: 1, holder: district.desk })
  await onDossierMessage(office.db)(DossierMessage.parse(line))
  code = line.axes.code
})
afterAll(() => office.close())

const at = (when: string) => void (office.time.at = local(when))
const given = async (more: object) => {
  at('2025-06-27 10:00')
  const body = { agency: district.desk, matter: 'lateness', words: 'Hồ sơ chậm.', ...more }
  const { reference } = (await send(office, citizen, '/feedback', body)).json()
  const { rows } = await office.db.query('select id from feedback where reference = $1', [reference])
  return { reference: String(reference), id: String(rows[0].id) }
}
const act = (who: string, id: string, body: object) => send(office, who, `/feedback/${id}/acts`, body)
const sees = async (who: string, id: string) => {
  const { feedback } = (await get(office, who, '/feedback')).json()
  const listed = feedback.some((one: { feedbackId: string }) => one.feedbackId === id)
  return [listed, (await get(office, who, `/feedback/${id}`)).statusCode]
}
const figures = async (who: string) =>
  (await get(office, who, '/feedback/figures?from=2025-06-01&to=2025-08-01')).json().received

test('of a district’s many successors the one where the dossier belongs has it, no other', async () => {
  const { id, reference } = await given({ dossierCode: code })
  await act(district.head, id, { type: 'Appoint', handler: 'huyen-ia-grai.intake-2' })
  at('2025-06-30 17:00')
  expect(await sees('officer:huyen-ia-grai.intake-2', id)).toEqual([true, 200])
  expect(await sees(graiHead, id)).toEqual([false, 404])

  at('2025-07-01 08:00')
  expect(await sees(graiHead, id)).toEqual([true, 200])
  expect(await sees(hrungHead, id)).toEqual([false, 404])
  expect(await sees('officer:huyen-ia-grai.intake-2', id), 'its handler is no officer any more').toEqual([false, 404])
  expect([await figures(graiHead), await figures(hrungHead)]).toEqual([1, 0])

  const elsewhere = await act(graiHead, id, { type: 'Appoint', handler: 'xa-ia-hrung.intake' })
  expect(elsewhere.json().code).toBe('unknown-handler')
  expect((await act(graiHead, id, { type: 'Appoint', handler: 'xa-ia-grai.intake-2' })).statusCode).toBe(200)
  expect((await act(handler, id, answer)).json()).toEqual({ state: 'answered' })
  expect((await get(office, citizen, '/feedback/mine')).json().feedback).toContainEqual(
    expect.objectContaining({
      reference,
      state: 'answered',
      dues: expect.objectContaining({ answerBy: { on: '2025-07-18' } }),
    }),
  )
})

test('its silence is told to that successor', async () => {
  const { id } = await given({ dossierCode: code })
  at('2025-07-02 00:00')
  const clock = { now: () => office.time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const report = (trouble: unknown) => expect.unreachable(String(trouble))
  await makeFeedbackSweep({ ...office, clock, limits: feedbackLimits(), report })()
  const { rows } = await office.db.query(`select body -> 'event' as event from outbox where key = $1 order by tx, id`, [
    id,
  ])
  expect(rows.at(-1)?.event).toMatchObject({ type: 'FeedbackLimitMissed', limit: 'reject', agency: 'H21.91.01' })
})

test('where it speaks of no dossier every successor sees it, so that somebody takes it up', async () => {
  const { id } = await given({})
  at('2025-07-01 08:00')
  expect([await sees(graiHead, id), await sees(hrungHead, id)]).toEqual([
    [true, 200],
    [true, 200],
  ])
})
