import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onDossierMessage } from '../src/progress.ts'
import { news } from './dossier-news.ts'
import { citizen, get, newKey, openOffice, type Office } from './office.ts'
import { answer, chairman, desk, feedbackAt, handler, head, local, petition, received, reproached } from './petition.ts'

let office: Office
let about: ReturnType<typeof feedbackAt>
beforeAll(async () => {
  office = await openOffice({ at: received })
  about = feedbackAt(office)
})
afterAll(() => office.close())

describe('S13.1: feedback on an officer’s attitude in a named dossier', () => {
  test('it has a reference of its own and its three limits, the worked Saturday and the holidays counted', async () => {
    const response = await about.give()
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      reference: expect.stringMatching(/^PA-260821-[2-9A-Z]{10}$/),
      receivedAt: received,
      dues: { rejectBy: { on: '2026-08-24' }, askMoreBy: { on: '2026-08-27' }, answerBy: { on: '2026-09-15' } },
    })
  })

  test('the officer it speaks of is not its handler, is not shown it, and does not appoint one', async () => {
    const { id } = await about.given()
    expect((await about.appoint(id, head, 'xa-ia-grai.intake')).json()).toMatchObject({
      status: 409,
      code: 'handler-complained-of',
    })
    expect((await get(office, reproached, `/feedback/${id}`)).statusCode).toBe(404)
    const onTheHead = await about.given({ officers: ['xa-ia-grai.head'] })
    expect((await about.appoint(onTheHead.id, head)).statusCode).toBe(404)
    expect((await about.appoint(onTheHead.id, chairman)).statusCode).toBe(200)
  })

  test('an officer the giver could not name by account is named at the appointment, and is no handler from then on', async () => {
    const { id } = await about.given({ officers: [] })
    const body = { type: 'Appoint', handler: 'xa-ia-grai.intake', complainedOf: ['xa-ia-grai.intake'] }
    expect((await about.act(head, id, body)).json()).toMatchObject({ code: 'handler-complained-of' })
    expect((await about.act(head, id, { ...body, handler: 'xa-ia-grai.intake-2' })).statusCode).toBe(200)
    expect((await about.appoint(id, head, 'xa-ia-grai.intake')).json()).toMatchObject({ code: 'handler-complained-of' })
  })

  test('nobody from elsewhere is made its handler, and nobody without office', async () => {
    const { id } = await about.given()
    for (const stranger of ['huyen-ia-grai.intake', 'gia-lai.land-office', 'nobody.known'])
      expect((await about.appoint(id, head, stranger)).json().code).toBe('unknown-handler')
  })

  test('the dossier it names is untouched, and nobody learns whether there is one', async () => {
    const dossier = '01990000-0000-7000-8000-0000000000aa'
    await onDossierMessage(office.db)(DossierMessage.parse(news(dossier, { seq: 1 })))
    const before = (await office.db.query('select * from progress')).rows
    const known = await about.give({ dossierCode: 'H21.08.01-210901-0001' })
    const unknown = await about.give({ dossierCode: 'H21.08.01-210901-9999' })
    expect(Object.keys(known.json())).toEqual(Object.keys(unknown.json()))
    expect([known.statusCode, unknown.statusCode]).toEqual([201, 201])
    expect((await office.db.query('select * from progress')).rows).toEqual(before)
    const [message] = await about.told(await about.idOf(known.json().reference))
    expect(message?.event).toMatchObject({ type: 'FeedbackReceived', dossier })
  })
})

describe('S13.2: handled, answered, published', () => {
  test('answered as substantiated on 14/09 the giver reads it; published without names by 16/09', async () => {
    const { id, reference } = await about.given()
    await about.appoint(id)
    about.at(local('2026-09-14 09:00'))
    expect((await about.act(handler, id, answer)).json()).toEqual({ state: 'answered' })
    expect((await about.asked(reference)).json()).toMatchObject({
      state: 'answered',
      answer: { verdict: 'substantiated', words: answer.words, at: local('2026-09-14 09:00') },
    })
    expect((await about.told(id)).at(-1)?.event).toMatchObject({
      timeliness: 'in-time',
      publishBy: { on: '2026-09-16' },
    })
    for (const text of [
      'Bà Nguyễn  thị Hoa phản ánh đúng.',
      'Người gọi số 0912.345.678 phản ánh đúng.',
      'Tài khoản xa-ia-grai.intake đã bị nhắc nhở.',
      'Hồ sơ H21.91.01-260821-0001 bị chậm.',
      `Trả lời ${reference}.`,
    ])
      expect((await about.act(handler, id, { type: 'Publish', text })).json().code).toBe('published-names-people')
    const text = 'Một công chức tiếp nhận có thái độ chưa đúng mực đã được chấn chỉnh.'
    expect((await about.act(handler, id, { type: 'Publish', text })).json()).toEqual({ state: 'published' })
    const { feedback } = (await office.app.inject({ url: '/feedback/published' })).json()
    expect(feedback[0]).toEqual({
      id,
      agency: desk,
      procedure: null,
      matter: 'attitude',
      verdict: 'substantiated',
      text,
    })
  })

  test('asked for more, the giver adds by the reference, and no clock stands meanwhile', async () => {
    const { id, reference } = await about.given({}, 'nobody')
    const more = (key = newKey()) =>
      office.app.inject({
        method: 'POST',
        url: `/feedback/by-reference/${reference}/more`,
        headers: { 'idempotency-key': key },
        payload: { words: 'Sáng thứ Năm, quầy số 2.' },
      })
    expect((await more()).json().code).toBe('feedback-moved-on')
    await about.appoint(id)
    await about.act(handler, id, { type: 'AskMore', words: 'Vào lúc nào, ở quầy nào?' })
    expect((await about.asked(reference)).json()).toMatchObject({
      state: 'more-asked',
      question: 'Vào lúc nào, ở quầy nào?',
    })
    expect((await more('again')).json()).toEqual({ state: 'in-hand' })
    expect((await more('again')).json()).toEqual({ state: 'in-hand' })
    expect((await about.asked(reference)).json()).toMatchObject({
      question: null,
      dues: { answerBy: { on: '2026-09-15' } },
    })
    const shown = (await get(office, handler, `/feedback/${id}`)).json()
    expect(shown.lines.map(({ words }: { words: string }) => words).slice(-2)).toEqual([
      'Vào lúc nào, ở quầy nào?',
      'Sáng thứ Năm, quầy số 2.',
    ])
  })

  test('what comes late is taken, and called late', async () => {
    const { id } = await about.given()
    await about.appoint(id)
    about.at(local('2026-09-16 08:00'))
    await about.act(handler, id, { ...answer, verdict: 'unfounded' })
    expect((await about.told(id)).at(-1)?.event).toMatchObject({ type: 'FeedbackAnswered', timeliness: 'late' })
  })

  test('rejected, its giver reads why, and nothing follows', async () => {
    const { id, reference } = await about.given()
    await about.act(head, id, { type: 'Reject', ground: 'outside-scope', words: 'Việc này thuộc cơ quan khác.' })
    expect((await about.asked(reference)).json()).toMatchObject({
      state: 'rejected',
      answer: { verdict: null, words: 'Việc này thuộc cơ quan khác.' },
    })
    expect((await about.appoint(id)).json().code).toBe('feedback-moved-on')
  })

  test('two answers at once: one counts', async () => {
    const { id } = await about.given()
    await about.appoint(id)
    const codes = (await Promise.all(Array.from({ length: 6 }, () => about.act(handler, id, answer)))).map(
      ({ statusCode }) => statusCode,
    )
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409])
    expect((await about.told(id)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('given twice under one key it is one, with an account and without', async () => {
    for (const headers of [{ authorization: `Bearer ${citizen}` }, {}]) {
      const once = () =>
        office.app.inject({
          method: 'POST',
          url: '/feedback',
          headers: { ...headers, 'idempotency-key': 'twice' },
          payload: petition,
        })
      const [first, second] = [await once(), await once()]
      expect([first.statusCode, second.json()]).toEqual([201, first.json()])
    }
  })

  test('received 1, in time 1/1: index 8 with its figures, for who answers for the agency', async () => {
    const { id } = await about.given({ agency: 'H21.92.01', officers: [] })
    await about.act('officer:gia-lai.chairman', id, { type: 'Appoint', handler: 'gia-lai.procedure-control' })
    about.at(local('2026-09-14 09:00'))
    await about.act('officer:gia-lai.procedure-control', id, answer)
    const figures = async (who: string) =>
      (await get(office, who, '/feedback/figures?from=2026-08-01&to=2026-10-01')).json()
    expect(await figures('officer:xa-ia-krai.head')).toEqual({ received: 1, handled: 1, inTime: 1, points: 2 })
    expect(await figures('officer:gia-lai.land-office')).toEqual({ received: 0, handled: 0, inTime: 0, points: null })
  })
})

test.each([
  ['no words', { words: ' ' }, 400],
  ['words beyond measure', { words: 'x'.repeat(5_001) }, 400],
  ['an agency nobody knows', { agency: 'H99' }, 422],
  ['a district that has ended and has many successors', { agency: 'H21.08.51' }, 422],
  ['a procedure nobody published', { procedure: 'x.1' }, 422],
  ['a matter of its own', { matter: 'weather' }, 400],
  ['a member nobody asked for', { handler: 'me' }, 400],
])('%s is refused, and nothing is kept', async (_what, more, status) => {
  const count = async () => (await office.db.query('select count(*)::int as n from feedback')).rows[0].n
  const before = await count()
  expect((await about.give(more)).statusCode).toBe(status)
  expect(await count()).toBe(before)
})
