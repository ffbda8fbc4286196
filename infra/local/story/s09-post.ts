import { applicationOf, takenIn } from './applications.ts'
import { addressesOf } from '../stack-plan.ts'
import { messagesInKafka } from './compare.ts'
import { done } from './custody.ts'
import { district } from './s09-people.ts'
import type { Stage } from './scenario.ts'

const papers = {
  '01': { originals: 1, certifiedCopies: 0, copies: 0 },
  '02': { originals: 0, certifiedCopies: 0, copies: 1 },
}

/** U: posted to a district desk that is no more when the parcel comes. */
export const byPostToTheEnded = {
  posts: async ({ people, at, promises }: Stage): Promise<{ dossierId: string; parcel: string }> => {
    let collected: Record<string, unknown> = {}
    await at('2025-06-30T15:00', 'U: gửi bưu điện, đến Bộ phận Một cửa huyện', async () => {
      collected = await done(
        people('officer:huyen-ia-grai.post').post('postal', '/collections', {
          desk: district.desk,
          procedure: '1.001612',
          papers,
          fees: { registration: { amount: 100_000, proof: 'BC-1' } },
          postage: 26_000,
          returnBy: 'desk',
          sender: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã Ia Pếch' },
          slipSigned: true,
          sealedBeforeSender: true,
        }),
      )
      promises('U: J + 1', Object(collected['promised'])['on'], '2025-07-01')
    })
    return { dossierId: String(collected['dossierId']), parcel: String(collected['parcel']) }
  },

  arrives: async (
    { plan, people, at, promises, sees }: Stage,
    { dossierId, parcel }: { dossierId: string; parcel: string },
  ): Promise<string> => {
    const centre = people('officer:xa-ia-grai.intake')
    await at('2025-07-02T09:30', 'U: Trung tâm kế tục và bưu tá cùng đếm, ký biên bản; tiếp nhận', async () => {
      const found = { parcel, sealWhole: true, complete: true, counted: papers, fees: { registration: 100_000 } }
      const record = await done(centre.post('postal', '/handover-records', { desk: 'H21.91.01', parcels: [found] }))
      const courier = people('officer:khu-vuc-ia-grai.post')
      await done(courier.post('postal', `/handover-records/${String(record['number'])}/signature`, {}))
      const given = await applicationOf(centre, '1.001612', { receivingDesk: 'H21.91.01', components: papers })
      const answer = await centre.post('intake', '/applications', { ...given, channel: 'post', collected: dossierId })
      promises('U: under the id the post gave', takenIn(answer), dossierId)
      return centre.act(dossierId, { type: 'Accept' })
    })
    await at('2025-07-02T09:40', 'U: bưu cục kế tục báo ngày hẹn cho người gửi', async () => {
      const courier = people('officer:khu-vuc-ia-grai.post')
      const answer = await done(courier.post('postal', `/appointments/${dossierId}/telling`, { how: 'telephone' }))
      promises('U: told of the appointment within J + 2', answer['inTime'], true)
    })
    const { axes, count, pinned } = { pinned: null, ...(await sees(centre, dossierId)) }
    const { version, ruleSet } = Object(pinned)
    promises(
      'U: day zero 02/07, new version and rules',
      [axes.due?.on, version, ruleSet],
      ['2025-07-07', '1.001612@2025-07-01', 'ND118_2025'],
    )
    promises(
      'no district in its route',
      count?.stages.map((one) => Object(one)['unit']),
      ['H21.91.03'],
    )
    const told = (await messagesInKafka(addressesOf(plan).kafka, 'postal.parcel.v1')).get(dossierId) ?? []
    const overdue = told.map(({ event }) => Object(event)).filter(({ type }) => type === 'ParcelOverdue')
    promises(
      'the missed 01/07 is not the post’s: its receiver was abolished',
      overdue.map(({ promised, cause }) => [promised.on, cause]),
      [['2025-07-01', 'receiver-ended']],
    )
    return dossierId
  },
}
