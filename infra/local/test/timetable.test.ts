import { expect, test } from 'vitest'
import type { Driver } from '../driver.ts'
import { openTimetables, type Timetable } from '../story/timetable.ts'

const driverThat = (moves: (at: string) => void): Driver => ({
  now: () => '',
  settle: async () => {},
  suspend: async () => {},
  resume: async () => {},
  close: async () => {},
  moveTo: async (at) => {
    moves(at)
    return at.startsWith('2021-09-01') ? [{ dossierId: 'a', at, kind: 'overdue', seq: 3 }] : []
  },
})
const stories = [
  { name: 'long', minutes: ['2021-08-23T08:30', '2021-09-10T15:20', '2021-10-07T14:00'] },
  { name: 'short', minutes: ['2021-09-01T14:50', '2021-09-07T10:00'] },
]

test('stories whose days overlap take turns: time only goes forward', async () => {
  const moves: string[] = []
  const told: string[] = []
  const driver = driverThat((at) => void moves.push(at))
  const play = async (minutes: string[], { until, leave }: Timetable, name: string) => {
    for (const minute of minutes) {
      await until(minute)
      told.push(`${name} ${minute}`)
    }
    leave()
  }
  await Promise.all(openTimetables(driver, stories).map(([{ name, minutes }, time]) => play(minutes, time, name)))
  expect(moves).toEqual(moves.toSorted())
  expect(told).toEqual([
    'long 2021-08-23T08:30',
    'short 2021-09-01T14:50',
    'short 2021-09-07T10:00',
    'long 2021-09-10T15:20',
    'long 2021-10-07T14:00',
  ])
})

test('what rang while another story acted is heard at one’s own next minute, once', async () => {
  const [[, long] = never(), [, short] = never()] = openTimetables(
    driverThat(() => {}),
    stories,
  )
  const shorts = short.until('2021-09-01T14:50').then(short.leave)
  await long.until('2021-08-23T08:30')
  const [heard] = await Promise.all([long.until('2021-09-10T15:20'), shorts])
  expect(heard.map(({ kind }) => kind)).toEqual(['overdue'])
  expect(await long.until('2021-10-07T14:00')).toEqual([])
  expect(long.rang()).toHaveLength(1)
})

test('a story that fails leaves the clock to the others', async () => {
  const [[, one] = never(), [, other] = never()] = openTimetables(
    driverThat(() => {}),
    stories,
  )
  const waiting = other.until('2021-09-01T14:50')
  one.leave()
  one.leave()
  expect(await waiting).toHaveLength(1)
})

const never = (): never => {
  throw new Error('There is a timetable for each story')
}
