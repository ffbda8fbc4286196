import { hasNoGap, papersOf, wayOf } from './custody.ts'
import { centre, iaGrai, signBusiness } from './ia-grai.ts'
import type { Person } from './people.ts'
import { templatesOf } from './proof.ts'
import { bringToDesk, countTogether, oneResult, sendToCitizen, step } from './postal-legs.ts'
import { handOver } from './same-day.ts'
import type { Stage } from './scenario.ts'

/** The post invites twice and brings the result back; it waits at the Centre until its owner comes. */
export const nobodyCollects = async (
  { people, at, promises, refuses, sees, rang }: Stage,
  { id, citizen }: { id: string; citizen: Person },
) => {
  const { intake, clerk, leader, head, post } = iaGrai(people)
  let parcel = ''
  const signed = await at('2026-08-27T14:00', 'W4 được ký', () => signBusiness(leader, id, '27/HKD'))
  promises('W4 by law', signed.at(-1)?.event['timeliness'], 'early')
  await at('2026-08-27T16:00', 'W4: Trung tâm và bưu tá đếm, giao bưu chính', async () => {
    await bringToDesk(id, { giver: clerk, taker: intake, desk: centre })
    const sent = await sendToCitizen(id, { clerk: intake, courier: post, desk: centre, order: 1 })
    parcel = sent.parcel
  })
  const invite = () => step(post, parcel, 'attempted', { reason: 'absent', invited: true })
  await at('2026-08-28T09:00', 'Không gặp người nhận, để lại giấy mời thứ nhất', async () => {
    promises('a second invitation not before 04/09', (await invite())['nextFrom'], '2026-09-04')
  })
  await at('2026-09-01T09:00', 'Bưu tá thử mời lần hai trong ngày nghỉ lễ')
  await refuses('an invitation on 01/09', 'invitation-too-early', () =>
    post.post('postal', `/parcels/${parcel}/steps`, { step: 'attempted', detail: { reason: 'absent', invited: true } }),
  )
  const back = () => countTogether(intake, post, centre, parcel, oneResult)
  const one = { parcel, sealWhole: true, complete: true, counted: oneResult, fees: {} }
  await refuses('bringing it back after one', 'too-few-invitations', () =>
    intake.post('postal', '/handover-records', { desk: centre, parcels: [one] }),
  )
  await at('2026-09-04T09:00', 'Giấy mời thứ hai', invite)
  await at('2026-09-07T10:00', 'Bưu tá trả về; cùng đếm, ký biên bản', back)
  const waiting = await sees(citizen, id)
  promises(
    'the Centre holds, status 9',
    [waiting.axes.holder, waiting.axes.state, waiting.axes['delivery']],
    [centre, 'completed', 'undelivered'],
  )
  const result = Object(waiting['result'])
  promises('the citizen reads: ready since 27/08', String(result['at']).slice(0, 10), '2026-08-27')
  const told = waiting.timeline.map(({ event }) => event.type)
  promises('and that it came back', told.at(-1), 'ResultUndelivered')
  promises('told by mail', await templatesOf(head, [id]), [
    'accepted',
    'handed-over',
    'result-ready',
    'dispatched',
    'invitation',
    'invitation',
    'undelivered',
  ])
  await refuses('not closed for want of anybody', 'already-completed', () =>
    head.asks(id, { type: 'Stop', ground: 'withdrawal', note: 'Không ai nhận.' }),
  )
  await at('2026-10-12T09:00', 'W4: công dân đến nhận, xuất trình giấy tờ', () => intake.act(id, handOver))
  promises(
    'reminders meanwhile, by the setting',
    rang(id).filter((line) => line.startsWith('result-uncollected')),
    ['result-uncollected 2026-09-21 07:30'],
  )
  promises('status 10', (await sees(citizen, id)).axes.state, 'returned')
  await refuses('10 does not become 7', 'closed-for-good', () => citizen.asks(id, { type: 'Withdraw' }))
  const kept = (await papersOf(intake, id)).filter(({ kind }) => kind === 'result')
  promises('the result’s way', kept.map(wayOf), ['desk → desk → parcel → desk → citizen'])
  promises('without a gap', kept.filter(hasNoGap).length, kept.length)
}
