import type { People } from './people.ts'
import type { Commune } from './same-day.ts'

/** The one-stop centre of the new commune Ia Grai. */
export const centre = 'H21.91.01'

export const makeCommune = (people: People): Commune => ({
  intake: people('officer:xa-ia-grai.intake'),
  justice: people('officer:xa-ia-grai.justice'),
  chairman: people('officer:xa-ia-grai.chairman'),
  unit: 'H21.91.02',
})
