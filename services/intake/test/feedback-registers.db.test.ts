import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citizen, get, openOffice, otherCitizen, type Office } from './office.ts'
import { answer, chairman, desk, feedbackAt, handler, head, petition, received, reproached } from './petition.ts'

let office: Office
let about: ReturnType<typeof feedbackAt>
beforeAll(async () => {
  office = await openOffice({ at: received })
  about = feedbackAt(office)
})
afterAll(() => office.close())

describe('S13.3: complaints and denunciations', () => {
  const denunciation = { register: 'denunciation', words: 'Công chức đòi tiền.', dossierCode: 'H21.08.01-210901-0001' }

  test('each has its own register, and no limit that nobody set', async () => {
    for (const register of ['complaint', 'denunciation'])
      expect((await about.give({ register })).json()).toMatchObject({ dues: {} })
    const { rows } = await office.db.query(
      `select register, next_silence from feedback where register <> 'feedback' order by register`,
    )
    expect(rows).toEqual([
      { register: 'complaint', next_silence: null },
      { register: 'denunciation', next_silence: null },
    ])
  })

  test('the denouncer is hidden from everybody but the appointed handler', async () => {
    const { id, reference } = await about.given(denunciation)
    await about.appoint(id, chairman)
    const secrets = ['Hoa', '0912', citizen, 'đòi tiền', '0001', 'attitude', 'xa-ia-grai.intake"']
    const seen = async (who: string) => (await get(office, who, `/feedback/${id}`)).body
    for (const secret of secrets) expect(await seen(chairman)).not.toContain(secret)
    for (const secret of secrets) expect(await seen(handler)).toContain(secret)
    for (const who of [
      head,
      'officer:gia-lai.inspector',
      'officer:gia-lai.admin',
      'officer:gia-lai.procedure-control',
      otherCitizen,
    ])
      expect((await get(office, who, `/feedback/${id}`)).statusCode).not.toBe(200)
    const [message] = await about.told(id)
    expect(message?.event).toEqual({
      type: 'FeedbackReceived',
      register: 'denunciation',
      agency: desk,
      dues: {},
      calendar: 'VN-2026-1',
    })
    for (const secret of secrets) expect((await about.asked(reference)).body).not.toContain(secret)
  })

  test('a handler that is replaced sees it no longer', async () => {
    const { id } = await about.given(denunciation)
    await about.appoint(id, chairman)
    await about.appoint(id, chairman, 'xa-ia-grai.justice')
    expect((await get(office, handler, `/feedback/${id}`)).statusCode).toBe(404)
  })

  test('only the leader appoints, and rejecting it needs to have read it', async () => {
    const { id } = await about.given(denunciation)
    expect((await about.appoint(id, head)).statusCode).toBe(404)
    expect((await about.act(chairman, id, { type: 'Reject', ground: 'no-content', words: 'x' })).json().code).toBe(
      'not-permitted',
    )
  })

  test('of a complaint nothing is published', async () => {
    const { id } = await about.given({ register: 'complaint' })
    await about.appoint(id, chairman)
    await about.act(handler, id, answer)
    expect((await about.act(handler, id, { type: 'Publish', text: 'Đã giải quyết.' })).json().code).toBe(
      'feedback-moved-on',
    )
  })

  test('an officer at the desk writes down what somebody says; one without a mandate at a desk does not', async () => {
    expect((await about.give({ register: 'complaint' }, 'officer:xa-ia-grai.intake-2')).statusCode).toBe(201)
    expect((await about.give({}, 'officer:gia-lai.land-office')).statusCode).toBe(403)
    expect((await about.give({}, 'service:casework')).statusCode).toBe(403)
  })
})

describe('who looks', () => {
  test('every look is written down, refused ones too', async () => {
    const { id } = await about.given()
    await about.appoint(id)
    for (const who of [head, handler, reproached, 'officer:xa-ia-krai.intake'])
      await get(office, who, `/feedback/${id}`)
    const { rows } = await office.db.query(
      'select viewer, capacity from feedback_look where feedback_id = $1 order by id',
      [id],
    )
    expect(rows.slice(1)).toEqual([
      { viewer: head, capacity: 'appoints one-stop-head@H21.91.01' },
      { viewer: handler, capacity: 'handler intake-officer@H21.91.01' },
      { viewer: reproached, capacity: null },
      { viewer: 'officer:xa-ia-krai.intake', capacity: null },
    ])
  })

  test('how to reach the giver is the handler’s alone', async () => {
    const { id } = await about.given()
    await about.appoint(id)
    expect((await get(office, head, `/feedback/${id}`)).json()).toMatchObject({
      contact: null,
      giver: null,
      words: petition.words,
    })
    expect((await get(office, handler, `/feedback/${id}`)).json()).toMatchObject({
      contact: petition.contact,
      giver: citizen,
    })
  })

  test('a wrong reference and one nobody has are answered alike', async () => {
    const wrong = [await about.asked('x'), await about.asked('PA-260821-AAAAAAAAAA')]
    expect(wrong.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    const [a, b] = wrong.map((response) => ({ ...response.json(), requestId: '' }))
    expect(a).toEqual(b)
  })

  test('a citizen has the list of their own, an officer of what is theirs to answer for, earliest due first', async () => {
    const mine = (await get(office, citizen, '/feedback/mine')).json().feedback
    expect(mine.length).toBeGreaterThan(3)
    expect((await get(office, otherCitizen, '/feedback/mine')).json().feedback).toEqual([])
    const open = (await get(office, head, '/feedback')).json().feedback
    expect(new Set(open.map(({ register }: { register: string }) => register))).toEqual(new Set(['feedback']))
    expect((await get(office, 'officer:gia-lai.land-office', '/feedback')).json().feedback).toEqual([])
  })
})

describe('who tells people', () => {
  const giver = (who: string, id: string) => get(office, who, `/feedback/${id}/giver`)

  test('asks how to reach the giver, and every look is written down', async () => {
    const { id, reference } = await about.given()
    expect((await giver('service:notifications', id)).json()).toMatchObject({
      reference,
      giver: { name: 'Nguyễn Thị Hoa', phone: '0912 345 678', email: null, account: citizen },
    })
    const { rows } = await office.db.query('select viewer, capacity from feedback_look where feedback_id = $1', [id])
    expect(rows).toEqual([{ viewer: 'service:notifications', capacity: 'service' }])
  })

  test('is told no name of who denounced', async () => {
    const { id } = await about.given({ register: 'denunciation' })
    expect((await giver('service:notifications', id)).json().giver).toMatchObject({ name: null, account: citizen })
  })

  test.each(['service:casework', 'service:insight+intake.read', handler, citizen])('is not %s', async (who) => {
    const { id } = await about.given()
    expect((await giver(who, id)).statusCode).toBe(403)
  })
})
