import { refusedAt } from './logged.ts'
import { type Answered, anybody } from './people.ts'
import type { Stage } from './scenario.ts'

const centre = 'H21.91.01'
const unknown = '01900000-0000-7000-8000-000000000000'
const secret = 'Công chức đòi tiền.'

/** A complaint and a denunciation, each in its own register, and who does not learn who denounced whom. */
export const denunciation = async ({ people, promises }: Stage, dossierCode: string) => {
  const desk = people('officer:xa-ia-grai.post-desk')
  const chairman = people('officer:xa-ia-grai.chairman')
  const handler = people('officer:xa-ia-grai.justice')
  const contact = { name: 'Người tố cáo mẫu', phone: '0000000001' }
  const give = async (register: string) =>
    (
      await desk.post('intake', '/feedback', {
        register,
        agency: centre,
        matter: 'fees',
        words: secret,
        dossierCode,
        officers: ['xa-ia-grai.intake'],
        contact,
      })
    ).body
  promises('complaint: no limit that nobody has set', (await give('complaint'))['dues'], {})
  const { reference } = await give('denunciation')
  const { body } = await chairman.get('intake', '/feedback')
  const rows: { feedbackId: string; register: string; receivedAt: string }[] = Object(body['feedback'])
  const mine = rows.filter(({ register }) => register === 'complaint' || register === 'denunciation')
  promises('each in its own register, for the leader', mine.map(({ register }) => register).toSorted(), [
    'complaint',
    'denunciation',
  ])
  const id = String(mine.find(({ register }) => register === 'denunciation')?.feedbackId)
  await chairman.post('intake', `/feedback/${id}/acts`, { type: 'Appoint', handler: 'xa-ia-grai.justice' })
  const shows = async (account: string) => JSON.stringify((await people(account).get('intake', `/feedback/${id}`)).body)
  const hides = (text: string) => ![secret, contact.name, contact.phone, dossierCode].some((one) => text.includes(one))
  promises('the appointed handler reads it', (await shows(handler.account)).includes(contact.name), true)
  for (const account of [
    'officer:xa-ia-grai.chairman',
    'officer:xa-ia-grai.head',
    'officer:xa-ia-grai.intake',
    'officer:gia-lai.inspector',
  ])
    promises(`the denouncer is hidden from ${account}`, hides(await shows(account)), true)
  const slip = await people(anybody).get('intake', `/feedback/by-reference/${String(reference)}`)
  promises('and from whoever finds the slip', hides(JSON.stringify(slip.body)), true)
}

/** By code alone: how far it is and nothing else; guessing tells nothing and soon ends. */
export const lookUp = async ({ people, promises }: Stage, code: string) => {
  const { body } = await people(anybody).get('casework', `/look-up/${code}`)
  promises('in process, 2 of 4 steps, and no more', body, { code, state: 'in-process', stage: { place: 2, of: 4 } })
  // Signed in, so that the guesser alone is held back and not whoever else comes from this machine.
  const guesser = people('citizen:s13-nguoi-doan-ma')
  const guess = (it: string) => guesser.get('casework', `/look-up/${it}`)
  const wrong = [
    await guess(code.replace(/-\d{4}$/, '-9999')),
    await guess('mã-sai'),
    await guess('H99.00-260821-0001'),
  ]
  promises('a wrong code, no code, a guessed one: one neutral answer', new Set(wrong.map(neutral)).size, 1)
  const more = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`${code.slice(0, -4)}${8000 + n}`)))
  promises('then throttled', [wrong[0]?.status, more.at(-1)?.status], [404, 429])
}

/** The answer without what differs from asking to asking. */
const neutral = ({ status, body }: Answered) => JSON.stringify([status, { ...body, requestId: undefined }])

/** Who has no business with a dossier gets what an unknown address gets, and it is written down. */
export const outsiders = async ({ plan, people, promises, sees }: Stage, id: string) => {
  const strangers = ['citizen:s13-nguoi-khac', 'officer:xa-ia-grai.post', 'officer:xa-ia-krai.intake']
  for (const account of strangers) {
    const stranger = people(account)
    for (const [service, path] of [
      ['casework', '/dossiers'],
      ['intake', '/applications'],
    ] as const) {
      const refused = await stranger.get(service, `${path}/${id}`)
      const nothing = await stranger.get(service, `${path}/${unknown}`)
      promises(`${account}, ${service}: refused`, refused.status, 404)
      promises('as an address nobody has', neutral(refused), neutral(nothing))
    }
  }
  promises('each refused look is written down', (await refusedAt(plan, id)).looks, strangers)
  const route = ['officer:xa-ia-grai.intake', 'officer:xa-ia-grai.justice', 'citizen:s13-nguoi-nop']
  const seen = await Promise.all(route.map((account) => sees(people(account), id)))
  promises(
    'desk, unit on the route and owner see it',
    seen.map(({ axes }) => axes.state),
    ['in-progress', 'in-progress', 'in-progress'],
  )
}

/** An inspector reads and records what he found; neither he nor the administrator changes anything. */
export const oversight = async ({ plan, people, promises, refuses, sees }: Stage, id: string) => {
  const inspector = people('officer:gia-lai.inspector')
  const admin = people('officer:gia-lai.admin')
  const before = await sees(inspector, id)
  const { status, body } = await inspector.post('intake', '/findings', {
    agency: centre,
    matter: 'reception',
    dossierId: id,
    words: 'Chưa niêm yết đường dây nóng tại quầy.',
    remedyBy: '2026-09-30',
  })
  promises('inspector: a finding with its remedy date', status, 201)
  await refuses('inspector: an opinion in the dossier', 'not-permitted', () =>
    inspector.asks(id, { type: 'AddOpinion', kind: 'remark', note: 'Sửa hồ sơ.' }),
  )
  await refuses('inspector: reporting the remedy for the agency', 'not-permitted', () =>
    inspector.post('intake', `/findings/${String(body['id'])}/acts`, { type: 'Remedy', words: 'Đã làm.' }),
  )
  await refuses('administrator: another appointment', 'not-permitted', () =>
    admin.asks(id, { type: 'Reappoint', appointment: '2026-08-28' }),
  )
  await refuses('administrator: counting anew', 'not-permitted', () => admin.asks(id, { type: 'Recount' }))
  promises('nothing has moved', [(await sees(inspector, id)).axes], [before.axes])
  promises('each refusal is written down', (await refusedAt(plan, id)).acts, [
    'officer:gia-lai.inspector AddOpinion',
    'officer:gia-lai.admin Reappoint',
    'officer:gia-lai.admin Recount',
  ])
}
