import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Instant } from '@dossier/contracts/time'
import { type Dossier, isToDispatch, type Wrong } from './dossier.ts'

type Delivering = Extract<
  DossierEvent,
  {
    type:
      | 'ReturnChosen'
      | 'ResultDispatched'
      | 'ResultUndelivered'
      | 'ResultLost'
      | 'ResultReissued'
      | 'ApologyGiven'
      | 'PapersLost'
      | 'WrongApologyDrafted'
  }
>

/** What an event on the result's way to the citizen changes; it judges nothing, as `evolve`. */
export const onItsWay = (dossier: Dossier, event: Delivering, at: Instant): Partial<Dossier> => {
  switch (event.type) {
    case 'ReturnChosen': {
      const delivery = dossier.delivery === 'undelivered' ? 'ready' : dossier.delivery
      const isTakenBack = isToDispatch(dossier) && event.by !== 'post'
      return { returnBy: event.by, delivery, pastOrders: dossier.pastOrders + Number(isTakenBack) }
    }
    case 'ResultDispatched': {
      const { parcel, order, promised } = event
      const pastOrders = Math.max(order, dossier.pastOrders + 1)
      return { delivery: 'under-way', waitsSince: null, dispatch: { parcel, order, promised }, pastOrders }
    }
    case 'ResultUndelivered':
      return { delivery: 'undelivered', waitsSince: at }
    case 'ResultLost':
      return { delivery: 'lost', wrongs: wronged(dossier, causeOf(event), at) }
    case 'PapersLost': {
      const wrongs = wronged(dossier, causeOf(event), at)
      return event.result && isAtTheDesk(dossier) ? { wrongs, delivery: 'lost', waitsSince: null } : { wrongs }
    }
    case 'WrongApologyDrafted': {
      const draft = { by: event.by, draftedAt: at }
      return { wrongs: dossier.wrongs.map((one, i) => (i === event.wrong - 1 ? { ...one, draft } : one)) }
    }
    case 'ResultReissued': {
      const { number, version } = event
      const result = dossier.result === null ? null : { ...dossier.result, number, version }
      return { delivery: 'ready', waitsSince: at, result }
    }
    case 'ApologyGiven': {
      const given = dossier.wrongs.findIndex(({ cause, apologised }) => cause === event.cause && !apologised)
      return { wrongs: dossier.wrongs.map((one, i) => (i === given ? { ...one, apologised: true } : one)) }
    }
  }
}

/** One more thing the authority owes an apology for. */
export const wronged = ({ wrongs }: Dossier, cause: Wrong['cause'], since: Instant): Wrong[] => [
  ...wrongs,
  { cause, since, apologised: false, draft: null },
]

const causeOf = ({ what }: { what: 'lost' | 'damaged' }): Wrong['cause'] => (what === 'lost' ? 'loss' : 'damage')

/** There is a result, and it is neither with the post nor with the citizen. */
const isAtTheDesk = ({ delivery }: Dossier): boolean => delivery === 'ready' || delivery === 'undelivered'
