import { type Figures } from '../src/figures.ts'
import { workUnitsOf } from '../src/figures-work-units.ts'
import { timePoints } from '../src/indices.ts'
import { periodOf } from '../src/period.ts'
import type { Life, Wish } from './life.ts'

export const records = (...told: Life[]) => told.map(({ record }) => record)

/** Every figure by its place: `resolved.early`. */
export const flat = (figures: Figures) =>
  Object.entries(figures).flatMap(([name, value]): [string, number][] =>
    typeof value === 'number'
      ? [[name, value]]
      : Object.entries(value).map(([part, each]) => [`${name}.${part}`, each]),
  )
/** The parts that are not nothing, without their totals. */
export const parts = (figures: Figures) =>
  Object.fromEntries(flat(figures).filter(([name, value]) => value !== 0 && !name.endsWith('total')))

/** The agencies of a life's work units, with their points of index 2. */
export const units = ({ record }: Life) =>
  workUnitsOf(record, periodOf('2018-01-01', '2027-01-01')).map(({ agency, timeliness }) => [
    agency,
    timeliness && timePoints(timeliness),
  ])

export const accept: Wish = { type: 'Accept' }
export const signed = (told: Life, at: string) =>
  told.does(at, { type: 'Propose', outcome: 'granted' }).does(at, { type: 'Sign', outcome: 'granted', number: '1' })
export const returned = (by: 'desk' | 'post' = 'desk'): Wish => ({
  type: 'ReturnResult',
  by,
  to: 'applicant',
  identityChecked: true,
})
