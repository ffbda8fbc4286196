import { begin, type Life } from './life.ts'

type Plot = (id: string, code: string) => Life
const [phong, so] = ['H21.08.54', 'H21.52']
const morning = '2021-04-13T02:40:00.000Z'

/** Over the three levels and back to the citizen, in time. */
const returned: Plot = (id, code) => {
  const { act, soundUntil, told } = begin(id, code, morning)
  act(morning, 'ia-pech.intake', { type: 'Accept' })
  act('2021-04-13T03:00:00.000Z', 'ia-pech.intake', { type: 'Assign', officer: 'ia-pech.social' })
  act('2021-04-13T08:00:00.000Z', 'ia-pech.social', { type: 'OfferHandover', to: phong })
  act('2021-04-13T09:00:00.000Z', 'huyen-ia-grai.labour', { type: 'AcceptHandover' })
  act('2021-04-14T02:00:00.000Z', 'huyen-ia-grai.labour', { type: 'OfferHandover', to: so })
  act('2021-04-14T03:00:00.000Z', 'gia-lai.labour', { type: 'AcceptHandover' })
  soundUntil('2021-04-20T02:00:00.000Z')
  act('2021-04-20T02:00:00.000Z', 'gia-lai.labour', { type: 'Propose', outcome: 'granted' })
  act('2021-04-20T03:00:00.000Z', 'gia-lai.labour-director', { type: 'Sign', outcome: 'granted', number: `QD-${code}` })
  act('2021-04-20T07:00:00.000Z', 'ia-pech.intake', {
    type: 'ReturnResult',
    by: 'desk',
    to: 'applicant',
    identityChecked: true,
    originals: [],
  })
  return told()
}

/** Asked for papers, which came; it goes on at the commune. */
const supplemented: Plot = (id, code) => {
  const { act, soundUntil, told } = begin(id, code, morning)
  act(morning, 'ia-pech.intake', { type: 'Accept' })
  soundUntil('2021-04-14T02:00:00.000Z')
  act('2021-04-14T02:00:00.000Z', 'ia-pech.intake', {
    type: 'RequestSupplement',
    defects: [{ component: '02', defect: 'missing' }],
  })
  act('2021-05-28T02:00:00.000Z', 'ia-pech.intake', { type: 'ReceiveSupplement' })
  soundUntil(end)
  return told()
}

/** Nobody worked on it: every alarm has rung, the apology is signed. */
const late: Plot = (id, code) => {
  const { act, soundUntil, told } = begin(id, code, morning)
  act(morning, 'ia-pech.intake', { type: 'Accept' })
  soundUntil('2021-05-14T02:00:00.000Z')
  act('2021-05-14T02:00:00.000Z', 'ia-pech.chairman', {
    type: 'Reappoint',
    appointment: '2021-06-30',
    reason: 'workload',
  })
  soundUntil(end)
  return told()
}

/** Just taken in. */
const fresh: Plot = (id, code) => {
  const at = '2021-06-01T00:50:00.000Z'
  const { act, told } = begin(id, code, at)
  act(at, 'ia-pech.intake', { type: 'Accept' })
  return told()
}

/** When the stories stop. */
export const end = '2021-06-01T01:00:00.000Z'

export const plots = { returned, supplemented, late, fresh }
export type PlotName = keyof typeof plots
