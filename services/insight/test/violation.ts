import type { Form } from '../src/invariant.ts'
import type { PlotName } from './lives.ts'

type Ids = Record<PlotName, string>
/** One violation: what somebody does to which tables, and who is then named by the invariant it breaks. */
export type Violation = {
  name: string
  does: string
  schema: string
  statements: (ids: Ids) => string[]
  /** None where the id is made anew each time. */
  names?: (ids: Ids) => string
  why: RegExp
  /** What must hold no longer besides, because one wound breaks several promises. */
  also?: readonly string[]
  form?: Form
  /** When it is looked at, where that is later than the stories end. */
  at?: string
}
