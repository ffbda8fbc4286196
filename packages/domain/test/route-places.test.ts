import { expect, test } from 'vitest'
import { placesOfRoute } from '../src/route-places.ts'

const stage = (id: string, more: object = {}) => ({
  id,
  name: id,
  level: 'district' as const,
  statutory: { amount: 5, unit: 'working-day' as const },
  ...more,
})

test('a route begins and ends at the desk of the level that receives', () => {
  const places = placesOfRoute({ receivedAt: ['commune'], route: [stage('appraise'), stage('sign')] })
  expect(places.map(({ id, level }) => [id, level])).toEqual([
    ['desk', 'commune'],
    ['appraise', 'district'],
    ['sign', 'district'],
    ['return', 'commune'],
  ])
})

test('where no stage is said to sign the last one does', () => {
  const signing = (route: ReturnType<typeof stage>[]) =>
    placesOfRoute({ receivedAt: ['commune'], route }).flatMap(({ id, signs }) => (signs ? [id] : []))
  expect(signing([stage('appraise'), stage('sign')])).toEqual(['sign'])
  expect(signing([stage('decide', { signs: true }), stage('copy')])).toEqual(['decide'])
})

test('the promise counts where it is shorter than the law', () => {
  const route = [stage('sign', { committed: { amount: 3, unit: 'working-day' } })]
  expect(placesOfRoute({ receivedAt: ['commune'], route })[1]?.limit).toEqual({ amount: 3, unit: 'working-day' })
})
