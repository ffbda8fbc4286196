import { done } from './custody.ts'
import { business, centre, iaGrai, prepareBusiness, signBusiness } from './ia-grai.ts'
import { bySomebodyElse } from './s11-desk.ts'
import { handOver } from './same-day.ts'
import type { Stage } from './scenario.ts'

const papers = {
  '01': { originals: 1, certifiedCopies: 0, copies: 0 },
  '02': { originals: 0, certifiedCopies: 0, copies: 1 },
}

/** The same papers once more, at the post office. */
export const collectedAgain = async ({ people, at }: Stage) => {
  const { post } = iaGrai(people)
  const again = { parcel: '', id: '' }
  await at('2026-07-15T17:35', 'Cùng bộ giấy ấy được nộp lại ở bưu cục', async () => {
    const collected = await done(
      post.post('postal', '/collections', {
        desk: centre,
        procedure: business,
        papers,
        fees: { registration: { amount: 100_000, proof: 'BC-1' } },
        postage: 26_000,
        returnBy: 'desk',
        sender: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã Ia Grai' },
        slipSigned: true,
        sealedBeforeSender: true,
      }),
    )
    again.parcel = String(collected['parcel'])
    again.id = String(collected['dossierId'])
  })
  return again
}
type Again = { parcel: string; id: string }

/** It comes to the desk: possibly a duplicate, and an officer decides. */
export const handedInAgain = async (
  { people, at, promises, sees }: Stage,
  { parcel, id, online }: Again & { online: string },
) => {
  const { intake, post } = iaGrai(people)
  await at('2026-07-16T09:00', 'Bưu tá và Trung tâm cùng đếm, ký biên bản; nhập hồ sơ', async () => {
    const counted = { parcel, sealWhole: true, complete: true, counted: papers, fees: { registration: 100_000 } }
    const record = await done(intake.post('postal', '/handover-records', { desk: centre, parcels: [counted] }))
    await done(post.post('postal', `/handover-records/${String(record['number'])}/signature`, {}))
    const given = { ...(await bySomebodyElse(intake)), receivingDesk: centre, channel: 'post', collected: id }
    const { status, body } = await intake.post('intake', '/applications', given)
    const twins: unknown = body['possibleDuplicates']
    promises('taken in, as a possible duplicate', [status, Array.isArray(twins) && twins.includes(online)], [201, true])
  })
  promises('nothing is refused by itself', (await sees(intake, id)).axes.state, 'submitted')
  await at('2026-07-16T09:20', 'Hỏi công dân: nộp nhầm; rút', () =>
    intake.act(id, { type: 'Withdraw', note: 'Công dân xác nhận nộp trùng.' }),
  )
  promises('withdrawn before acceptance', (await sees(intake, id)).axes.state, 'withdrawn')
}

type Own = Record<'k' | 'l' | 'm' | 'n' | 'up', string>

/** Everything that was begun comes to its end, so that nobody else's story hears of it. */
export const finished = async ({ people, at, promises, figures }: Stage, ids: readonly string[], own: Own) => {
  const office = iaGrai(people)
  const { intake, clerk, leader } = office
  const so = people('officer:gia-lai.home-affairs-2025')
  const director = people('officer:gia-lai.home-affairs-2025-director')
  const social = people('officer:xa-ia-grai.social')
  await at('2026-07-16T10:00', 'N: chuyển, ký trễ một ngày', async () => [
    ...(await prepareBusiness(office, own.n)),
    ...(await signBusiness(leader, own.n, '16/HKD')),
  ])
  await at('2026-07-17T09:00', 'K: công dân nộp bổ sung tại Trung tâm', async () => {
    await intake.post('intake', `/applications/${own.k}/amendments`, { components: { '02': { originals: 1 } } })
    return [
      ...(await intake.act(own.k, { type: 'ReceiveSupplement' })),
      ...(await intake.act(own.k, { type: 'OfferHandover', to: 'H21.91.04', originals: [] })),
      ...(await social.act(own.k, { type: 'AcceptHandover' })),
    ]
  })
  await at('2026-07-17T10:00', 'Phòng Kinh tế đăng ký cả 30 hồ sơ của ngày 15/07', async () => {
    for (const [n, id] of ids.entries()) {
      await prepareBusiness(office, id)
      await signBusiness(leader, id, `${n + 20}/HKD`)
    }
  })
  await at('2026-07-20T09:00', 'L, K và hồ sơ của tỉnh được ký', async () => [
    ...(await clerk.act(own.l, { type: 'Propose', outcome: 'granted' })),
    ...(await signBusiness(leader, own.l, '17/HKD')),
    ...(await social.act(own.k, { type: 'Propose', outcome: 'granted' })),
    ...(await people('officer:xa-ia-grai.chairman').act(own.k, { type: 'Sign', outcome: 'granted', number: '20/QĐ' })),
    ...(await so.act(own.up, { type: 'Propose', outcome: 'granted' })),
    ...(await director.act(own.up, { type: 'Sign', outcome: 'granted', number: '21/QĐ' })),
  ])
  const all = [...ids, ...Object.values(own)]
  await at('2026-07-20T14:00', 'Công dân nhận kết quả', async () => {
    for (const id of all) await intake.act(id, handOver)
  })
  const july = await figures(all, '2026-07-01', '2026-08-01')
  promises('July: late are N and L alone, nothing is left', [july.resolved.late, july.pending.total], [2, 0])
  promises('apologised 2 were owed: L in time, N never', [july.apologies.inTime, july.apologies.none], [1, 1])
}
