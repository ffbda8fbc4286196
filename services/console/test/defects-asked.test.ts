import { expect, test } from 'vitest'
import { defectsAsked } from '../src/citizen/defects-asked.ts'
import type { Seen } from '../src/dossier/seen.ts'

const axes: Seen['axes'] = {
  state: 'supplement-requested',
  clock: 'paused',
  pausedBy: 'supplement',
  code: 'H21.91-261124-0001',
  procedure: '1.001612',
  receivingDesk: 'H21.91.01',
  holder: 'H21.91.01',
  level: 'commune',
  stage: null,
  due: null,
  finance: 'none',
  delivery: 'none',
}
const line = (seq: number, event: Seen['timeline'][number]['event']): Seen['timeline'][number] => ({
  seq,
  at: '2026-11-24T01:00:00.000Z',
  actor: { person: 'intake-officer', role: 'intake-officer', organisation: 'H21.91.01' },
  event,
  note: null,
})
const timeline = [
  line(2, { type: 'CompletionRequested', defects: [{ component: '01', defect: 'missing' }] }),
  line(9, {
    type: 'SupplementRequested',
    defects: [{ component: '02', defect: 'expired' }],
    windowCloses: { on: '2026-12-24' },
  }),
]

test('the last request counts, with the day on which its time ends', () => {
  const last = { defects: [{ component: '02', defect: 'expired' }], by: '2026-12-24' }
  expect(defectsAsked({ axes, timeline })).toEqual(last)
})

test('when the dossier waits for nothing, nothing is asked', () => {
  expect(defectsAsked({ axes: { ...axes, state: 'in-progress' }, timeline })).toBeUndefined()
})
