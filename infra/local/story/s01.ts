import type { Driver, Rang } from '../driver.ts'
import { moment } from './local-time.ts'
import type { Line, People, Person } from './people.ts'

/** A person's step in a story, at its minute. */
export type Step = { at: string; say: string; does: () => Promise<Line[]> }
/** What a scenario promises; the story fails where it is not so. */
export type Check = { what: string; expected: unknown; found: unknown }

export type Stage = { people: People; driver: Driver; onStep: (say: string, lines: Line[], rang: Rang[]) => void }

export const desk = 'H21.08.10.01'

/**
 * Scenario S01, the reference dossier: commune, district, province and back, nobody late. Taken in and returned at the
 * desk; each step at its own minute.
 */
export const playS01 = async ({ people, driver, onStep }: Stage): Promise<{ dossierId: string; checks: Check[] }> => {
  const intake = people('officer:ia-pech.intake')
  const specialist = people('officer:ia-pech.social')
  const phong = people('officer:huyen-ia-grai.labour')
  const so = people('officer:gia-lai.labour')
  const director = people('officer:gia-lai.labour-director')

  let dossierId = ''
  const seen: Line[] = []
  const play = async (at: string, say: string, does: () => Promise<Line[]>) => {
    const rang = await driver.moveTo(moment(at))
    const lines = await does()
    await driver.settle()
    seen.push(...lines)
    onStep(say, lines, rang)
  }

  await play('2021-04-13T09:40', 'Công dân nộp hồ sơ; Bộ phận Một cửa xã Ia Pếch tiếp nhận và hẹn trả', async () => {
    dossierId = await handIn(intake)
    return intake.act(dossierId, { type: 'Accept' })
  })
  await play('2021-04-13T10:20', 'Giao chuyên viên văn hóa - xã hội của xã', () =>
    intake.act(dossierId, { type: 'Assign', officer: 'ia-pech.social' }),
  )
  await play('2021-04-19T16:00', 'Chuyên viên đối chiếu bản chính, xác nhận', () =>
    specialist.act(dossierId, { type: 'AddOpinion', kind: 'appraisal', note: 'Đã đối chiếu bản chính.' }),
  )
  await play('2021-04-19T16:30', 'Xã chuyển lên Phòng LĐTBXH huyện', () =>
    specialist.act(dossierId, { type: 'OfferHandover', to: phongLabour, originals: ['03'] }),
  )
  await play('2021-04-20T08:15', 'Phòng LĐTBXH nhận', () => phong.act(dossierId, { type: 'AcceptHandover' }))
  await play('2021-04-28T15:00', 'Phòng chuyển lên Sở LĐTBXH', () =>
    phong.act(dossierId, { type: 'OfferHandover', to: soLabour, originals: ['03'] }),
  )
  await play('2021-04-29T14:00', 'Sở nhận', () => so.act(dossierId, { type: 'AcceptHandover' }))
  await play('2021-05-10T15:00', 'Sở đề xuất quyết định trợ cấp', () =>
    so.act(dossierId, { type: 'Propose', outcome: 'granted' }),
  )
  await play('2021-05-10T15:30', 'Giám đốc Sở ký; kết quả về Bộ phận Một cửa xã', () =>
    director.act(dossierId, { type: 'Sign', outcome: 'granted', number: 'QD-67-2021' }),
  )
  await play('2021-05-13T10:15', 'Công dân nhận kết quả và bản chính tại Bộ phận Một cửa', () =>
    intake.act(dossierId, {
      type: 'ReturnResult',
      by: 'desk',
      to: 'representative',
      identityChecked: true,
      originals: ['03'],
    }),
  )
  return { dossierId, checks: checksOf(seen) }
}

const phongLabour = 'H21.08.54'
const soLabour = 'H21.52'

/** A walk-in with all its papers. Words in the form are placeholders: nobody of that name exists. */
export const handIn = async (officer: Person, more: Record<string, unknown> = {}): Promise<string> => {
  const one = { originals: 1 }
  const { status, body } = await officer.post('intake', '/applications', {
    procedure: 'fx.tro-cap-khang-chien',
    channel: 'desk',
    receivingDesk: desk,
    form: {
      applicant: {
        fullName: 'Người nộp hồ sơ mẫu',
        personalId: '000000000000',
        phone: '0000000000',
        address: { province: 'Gia Lai', commune: 'Ia Pếch', line: 'Làng mẫu' },
      },
      beneficiary: {
        fullName: 'Người nộp hồ sơ mẫu',
        birthDate: '1945-01-01',
        sex: 'male',
        personalId: '000000000000',
      },
      medal: { name: 'Huân chương Giải phóng' },
      service: [{ from: '1965-01-01', to: '1975-04-30', unit: 'Đơn vị mẫu' }],
      earlierBenefit: false,
    },
    components: { '01': one, '02': { certifiedCopies: 1 }, '03': one },
    ...more,
  })
  if (status !== 201) throw new Error(`The application was not taken in: ${status} ${JSON.stringify(body)}`)
  if (body['incomplete'] === true) throw new Error(`The application is incomplete: ${JSON.stringify(body['defects'])}`)
  return String(body['applicationId'])
}

const checksOf = (lines: Line[]): Check[] => {
  const of = (type: string) => lines.filter(({ event }) => event.type === type).map(({ event }) => event)
  const count = Object(of('DossierAccepted')[0]?.['count'])
  const stages: { due: { on: string } }[] = count['stages'] ?? []
  const received = of('HandoverAccepted').map((event) => Object(event['stageDue'])['on'])
  return [
    { what: 'due date', expected: '2021-05-17', found: Object(count['due'])['on'] },
    {
      what: 'planned stages',
      expected: ['2021-04-20', '2021-05-04', '2021-05-17'],
      found: stages.map(({ due }) => due.on),
    },
    { what: 'the department’s own stage', expected: '2021-05-11', found: received.at(-1) },
    { what: 'timeliness', expected: 'early', found: of('ResultSigned')[0]?.['timeliness'] },
    {
      what: 'due dates ever shown',
      expected: ['2021-05-17'],
      found: [...new Set(lines.flatMap(({ axes }) => axes.due?.on ?? []))],
    },
    { what: 'end', expected: 'returned', found: lines.at(-1)?.axes.state },
  ]
}
