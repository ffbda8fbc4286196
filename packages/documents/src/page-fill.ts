import type { Bilingual } from './dates.ts'
import type { MonthCalendar } from './month-calendar.ts'
import type { NamedDay } from './named-days.ts'

type Filling = {
  how: readonly Bilingual[]
  stages: readonly unknown[]
  calendar: Pick<MonthCalendar, 'grids' | 'sums'>
  named: readonly NamedDay[]
}

/** Sizes of type in points, from the usual one to the smallest legible one; each with the lines that have room on a page. */
const rooms = [
  { size: 11, lines: 32 },
  { size: 10.5, lines: 37 },
  { size: 10, lines: 44 },
  { size: 9.5, lines: 48 },
  { size: 9, lines: 58 },
  { size: 8.5, lines: 62 },
  { size: 8, lines: Infinity },
]
const lineHeight = 14.5 // points, of the usual size

/**
 * The sizes of type to try for a due-date certificate, in points: from the one in which it should have room on one page down to
 * the smallest. To set a page costs 20 ms, to look for its size by setting it at all of them five times as much: so its lines are
 * estimated, and only what the estimate was too hopeful for is set again.
 */
export const sizesToTry = ({ how, stages, calendar, named }: Filling): number[] => {
  const lines = sentences(how) + table(stages.length) + months(calendar) + reasons(named)
  return rooms.filter((room) => room.lines >= lines).map(({ size }) => size)
}

const heading = 2
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const lettersOf = ({ vi, en }: Bilingual) => vi.length + en.length

const sentences = (how: readonly Bilingual[]) => heading + 1.3 * sum(how.map((one) => Math.ceil(lettersOf(one) / 95)))

const table = (rows: number) => (rows === 0 ? 0 : heading + 2.1 * (rows + 1))

/** As the template draws them: one or two months large, a few smaller, many in rows, more only summed up. */
const months = ({ grids, sums }: Filling['calendar']) => {
  const count = grids.length
  if (count === 0) return heading + 1.5 + 1.15 * Math.ceil(sums.length / 4)
  const weeks = Math.max(...grids.map((grid) => grid.weeks.length))
  const legend = count > 2 ? 1.5 : 0
  const rows = count <= 6 ? 1 : 2
  const week = count <= 4 ? 17.5 : 12
  return heading + legend + (rows * (weeks * week + 34)) / lineHeight
}

const reasons = (named: readonly NamedDay[]) => {
  if (named.length === 0) return 0
  if (named.length <= 10)
    return (
      heading + 1.25 * sum(named.map(({ what, source }) => Math.ceil((lettersOf(what) + (source ?? '').length) / 90)))
    )
  const paragraphs = new Set(named.map(({ source }) => source)).size
  return heading + paragraphs + sum(named.map(({ what, when }) => what.vi.length + when.length)) / 90
}
