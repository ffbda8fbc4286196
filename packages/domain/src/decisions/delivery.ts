import { type Dossier, isOver } from '../dossier.ts'
import { type Context, type Decision, happened, refuse } from '../law.ts'
import { wrongsIn } from '../wrongs.ts'
import type { CommandOf } from './command.ts'

/** The citizen may change the way to get the result until it is on that way (NĐ 61/2018 art. 20). */
export const chooseReturn = (dossier: Dossier, { by }: CommandOf<'ChooseReturn'>, { law }: Context): Decision => {
  if (dossier.delivery === 'under-way') return refuse('result-under-way', dossier.dispatch?.parcel)
  if (dossier.delivery === 'lost') return refuse('result-lost')
  if (isOver(dossier)) return refuse('closed-for-good')
  if (law.procedure?.channels.includes(by) === false && by !== 'desk') return refuse('channel-closed', by)
  return happened({ type: 'ReturnChosen', by })
}

/** The post has the result (QĐ 45/2016 art. 9). A fact: whether the post was the way wished for no longer matters. */
export const recordDispatch = (dossier: Dossier, command: CommandOf<'RecordDispatch'>): Decision => {
  if (dossier.delivery !== 'ready' && dossier.delivery !== 'undelivered') return refuse('not-possible-now')
  const { parcel, order, promised, originals } = command
  return happened({ type: 'ResultDispatched', parcel, order, promised, originals })
}

/** The parcel could not be delivered and is back (TT 17/2017 art. 5.2h): the result waits at the desk again. */
export const recordUndelivered = (dossier: Dossier, { parcel }: CommandOf<'RecordUndelivered'>): Decision =>
  underWay(dossier, parcel) ?? happened({ type: 'ResultUndelivered', parcel })

/** Lost or damaged on its way: it is void from now on, whatever turns up later (QĐ 45/2016 art. 14). */
export const recordLoss = (dossier: Dossier, { parcel, what }: CommandOf<'RecordLoss'>): Decision =>
  (dossier.delivery === 'lost' && dossier.dispatch?.parcel === parcel ? refuse('result-lost') : undefined) ??
  underWay(dossier, parcel) ??
  happened({ type: 'ResultLost', parcel, what })

/** In the hands of the citizen, as both have signed for (QĐ 45/2016 art. 10); what was to be paid the post has collected. */
export const deliveredByPost = (dossier: Dossier, command: CommandOf<'ReturnResult'>): Decision => {
  const { to, originals, parcel = '', deliveredAt } = command
  const when = deliveredAt === undefined ? {} : { deliveredAt }
  return underWay(dossier, parcel) ?? happened({ type: 'ResultReturned', by: 'post', to, originals, parcel, ...when })
}

/** A new copy in place of one lost or damaged; the old number is void (NĐ 61/2018 art. 21). */
export const reissueResult = (
  { delivery, result, dispatch }: Dossier,
  { number }: CommandOf<'ReissueResult'>,
): Decision => {
  if (delivery !== 'lost' || result === null) return refuse('not-possible-now', dispatch?.parcel)
  if (number === result.number) return refuse('result-number-missing')
  return happened({ type: 'ResultReissued', number, version: result.version + 1 })
}

/**
 * For a loss, a damage or an error of the authority's own, once for each and the oldest first (NĐ 61/2018 art. 21); it names
 * the line of the record it is for.
 */
export const apologise = (
  { wrongs }: Dossier,
  { cause }: CommandOf<'Apologise'>,
  { record = [] }: Pick<Context, 'record'>,
): Decision => {
  const ofItsKind = wrongs.filter((one) => one.cause === cause)
  const next = ofItsKind.findIndex(({ apologised }) => !apologised)
  if (next === -1) return refuse('nothing-to-apologise', cause)
  const wrong = wrongsIn(record).filter((one) => one.cause === cause)[next]
  return happened({ type: 'ApologyGiven', cause, ...wrong })
}

/** The post told of a delivery by mistake: what it ended goes on, and the result is where it was (QĐ 45/2016 art. 10). */
export const withdrawReturn = (dossier: Dossier, { parcel }: CommandOf<'WithdrawReturn'>): Decision => {
  if (dossier.state !== 'returned' || dossier.dispatch === null) return refuse('not-possible-now')
  if (dossier.dispatch.parcel !== parcel) return refuse('another-parcel', dossier.dispatch.parcel)
  return happened({ type: 'ReturnWithdrawn', parcel })
}

/** A decision says that papers are lost or damaged: a fact, whatever state the dossier is in (NĐ 61/2018 art. 21). */
export const recordPapersLoss = (command: CommandOf<'RecordPapersLoss'>): Decision => {
  const { type: _, ...lost } = command
  return happened({ type: 'PapersLost', ...lost })
}

const underWay = ({ delivery, dispatch }: Dossier, parcel: string) => {
  if (delivery !== 'under-way' || dispatch === null) return refuse('not-possible-now')
  return dispatch.parcel === parcel ? undefined : refuse('another-parcel', dispatch.parcel)
}
