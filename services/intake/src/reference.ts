import { randomInt } from 'node:crypto'
import type { Day } from '@dossier/contracts/time'

// No 0, O, 1, I, L: it is read out on the phone. 49 random bits: it cannot be guessed and tells nobody how many there are.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** What somebody gets to ask by: `TT-…` for an application sent online, `PA-…` for feedback. */
export const newReference = (prefix: 'TT' | 'PA', day: Day): string => {
  const tail = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${prefix}-${day.slice(2).replaceAll('-', '')}-${tail}`
}
