import { applicationOf } from './applications.ts'
import { papersOf } from './custody.ts'
import type { Person } from './people.ts'
import type { Stage } from './scenario.ts'

/** Refused in writing: C, who has no original, and whoever brings what another authority settles. Gives C's dossier. */
export const refusedInWriting = async (
  { people, at, promises, refuses, sees }: Stage,
  { desk, intake }: { desk: string; intake: Person },
): Promise<string> => {
  const c = people('citizen:s06-c')
  const registered = async (procedure: string, more: object) => {
    const given = await applicationOf(intake, procedure, { receivingDesk: desk, ...more })
    const { status, body } = await intake.post('intake', '/applications', given)
    if (status !== 201) throw new Error(`Not registered: ${status} ${JSON.stringify(body)}`)
    return String(body['applicationId'])
  }
  const note = 'Không có bản chính để đối chiếu.'
  let id = ''
  await at('2021-09-01T15:20', 'C: chứng thực, không có bản chính', async () => {
    const counts = [{ pages: 1, copies: 1 }]
    id = await registered('2.000815', { applicant: c.account, components: { '02': { copies: 1 } }, counts })
  })
  promises(
    'C: no refusal without the reason in writing',
    (await intake.asks(id, { type: 'RefuseIntake', ground: 'original-missing' })).status,
    400,
  )
  await at('2021-09-01T15:22', 'C: phiếu từ chối tiếp nhận, nêu lý do', () =>
    intake.act(id, { type: 'RefuseIntake', ground: 'original-missing', note }),
  )
  const refused = await sees(c, id)
  promises('C: status 3, no code, no clock', [refused.axes.state, refused.axes.code], ['not-accepted', null])
  const told = refused.timeline.find(({ event }) => event.type === 'DossierNotAccepted')
  promises('C reads why', [Object(told?.event)['ground'], told?.note], ['original-missing', note])
  promises('C keeps all papers', await papersOf(intake, id), [])
  await refuses('reopening C', 'closed-for-good', () => intake.asks(id, { type: 'Accept' }))

  let other = ''
  await at(
    '2021-09-01T15:25',
    'Một người mang hồ sơ giấy phép xây dựng đến xã: việc của huyện, không giao',
    async () => {
      other = await registered('1.009994', {})
    },
  )
  await refuses('accepting what is not received here', 'not-received-here', () =>
    intake.asks(other, { type: 'Accept' }),
  )
  const elsewhere = { type: 'RefuseIntake', ground: 'wrong-authority', note: 'Nộp tại Bộ phận Một cửa huyện.' }
  await refuses('not saying where to go', 'wrong-authority-unnamed', () => intake.asks(other, elsewhere))
  const lines = await at('2021-09-01T15:27', 'Phiếu từ chối, nêu nơi nhận đúng', () =>
    intake.act(other, { ...elsewhere, directedTo: 'H21.08.51' }),
  )
  promises('where to go is named', lines.at(-1)?.event['directedTo'], 'H21.08.51')
  return id
}
