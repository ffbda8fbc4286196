import { applicant, applicationOf, handInAt } from './applications.ts'
import { business, centre, iaGrai, paidAtDesk } from './ia-grai.ts'
import { confirmPayment } from './payment-gateway.ts'
import type { Person } from './people.ts'
import type { Stage } from './scenario.ts'

/** An application for a business by somebody who has handed in no other. */
export const bySomebodyElse = async (person: Person): Promise<Record<string, unknown>> => {
  const given = await applicationOf(person, business)
  return { ...given, form: { ...Object(given['form']), applicant: { ...applicant, personalId: '000000000011' } } }
}

/**
 * A day at the desk without Kafka and Temporal: thirty acceptances, one of an online application everybody repeats; `rest` are
 * those after ten.
 */
export const accepted30 = async ({ plan, people, at, promises, sees }: Stage) => {
  const { intake, second } = iaGrai(people)
  const citizen = people('citizen:s11-nop-truc-tuyen')
  const ids: string[] = []
  const accept = async () => {
    const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
    await intake.act(id, { type: 'Accept' })
    ids.push(id)
  }
  const some = async (count: number) => {
    for (let n = 0; n < count; n += 1) await accept()
  }
  await at('2026-07-15T08:00', 'Trung tâm tiếp nhận như thường: mười hồ sơ P8', () => some(10))

  const given = {
    ...(await bySomebodyElse(citizen)),
    receivingDesk: centre,
    channel: 'online',
    components: { '01': { uploads: [await citizen.scans()] }, '02': { uploads: [await citizen.scans()] } },
    payments: { registration: { by: 'online', amount: 100_000, proof: 'GW-1' } },
  }
  // The form keeps its key until it has an answer, on whichever device the citizen goes on with it.
  const submit = () => citizen.post('intake', '/applications', given, 's11-phieu-truc-tuyen')
  let online = ''
  await at(
    '2026-07-15T09:00',
    'Công dân nộp trực tuyến: bấm hai lần, tải lại trang, gửi lại từ điện thoại',
    async () => {
      await confirmPayment(plan, {
        payer: citizen.account,
        procedure: business,
        fee: 'registration',
        amount: 100_000,
        proof: 'GW-1',
      })
      const answers = [...(await Promise.all([submit(), submit()])), await submit(), await submit()]
      const taken = answers.filter(({ status }) => status === 201)
      promises('one dossier', new Set(taken.map(({ body }) => body['applicationId'])).size, 1)
      promises('one reference', new Set(taken.map(({ body }) => body['reference'])).size, 1)
      online = String(taken[0]?.body['applicationId'])
    },
  )
  const { body: mine } = await citizen.get('intake', '/applications/mine')
  promises('the citizen has one application', Array.isArray(mine['applications']) && mine['applications'].length, 1)

  await at('2026-07-15T09:30', 'Hai cán bộ cùng tiếp nhận hồ sơ trực tuyến ấy', async () => {
    const answers = await Promise.all([intake, second].map((who) => who.asks(online, { type: 'Accept' })))
    const [loser] = answers.filter(({ status }) => status !== 200)
    promises('one succeeds', answers.filter(({ status }) => status === 200).length, 1)
    const since: { actor: { person: string }; at: string; type: string }[] = Object(loser?.body['since'])
    const last = since.findLast(({ type }) => type === 'DossierAccepted')
    const winner = answers[0] === loser ? second : intake
    promises(
      'the other reads who and when',
      [loser?.status, `officer:${last?.actor.person}`, last?.at],
      [409, winner.account, '2026-07-15T02:30:00.000Z'],
    )
    ids.push(online)
  })
  const rest = async () => {
    await at('2026-07-15T11:00', 'Thêm mười một hồ sơ trong buổi sáng', () => some(11))
    await at('2026-07-15T14:00', 'và tám hồ sơ buổi chiều', () => some(8))
    const seen = await Promise.all(ids.map((id) => sees(intake, id)))
    const codes = seen.map(({ axes }) => String(axes.code).slice(-11)).toSorted()
    const numbers = Array.from({ length: 30 }, (_, n) => `260715-${String(n + 1).padStart(4, '0')}`)
    promises('codes 0001–0030 without a gap', codes, numbers)
    promises('receipts of 20/07', [...new Set(seen.map(({ axes }) => axes.due?.on))], ['2026-07-20'])
  }
  return { ids, online, rest }
}
