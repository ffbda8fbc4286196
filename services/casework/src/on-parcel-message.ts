import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { Paper, ParcelMessage } from '@dossier/contracts/parcel'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Ledger } from './ledger.ts'

/**
 * Records what the post says of a result on its way to the citizen. The act's key is the news's own, so it takes effect once;
 * a refusal is a contradiction between ledger and post, which a person must look at: it is thrown, and put aside.
 */
export const onParcelMessage =
  (ledger: Ledger) =>
  async (message: ParcelMessage): Promise<void> => {
    const command = commandFor(message)
    if (command === undefined) return
    const { dossierId, seq } = message
    const answer = await ledger({
      dossierId,
      key: `${dossierId}:parcel:${seq}`,
      requestHash: requestHash(command),
      caller: { subject: 'service:postal', kind: 'service' },
      command,
    })
    if ('version' in answer || ('refused' in answer && isKnown(answer.refused, command))) return
    const why = 'refused' in answer ? `${answer.refused} ${answer.about ?? ''}` : JSON.stringify(answer)
    throw new Error(`Line ${seq} of the post about dossier ${dossierId} has no effect: ${why}`)
  }

/**
 * The post says again what is recorded: that the result is in the citizen's hands, or that this parcel is lost. A desk may have
 * confirmed a supplement before the post's own word came; papers lost before there is a dossier are postal's own matter.
 */
const isKnown = (refused: string, { type }: DossierCommand): boolean =>
  refused === 'closed-for-good' ||
  refused === 'result-lost' ||
  (type === 'ReceiveSupplement' && refused === 'not-possible-now') ||
  (type === 'RecordPapersLoss' && refused === 'no-such-dossier')

/** Papers a dossier waited for are lawfully there when both have signed, if the desk confirmed them complete (QĐ 45/2016 art. 7.4). */
const supplementIn = (
  { complete, supplement: components, record }: Extract<ParcelMessage['event'], { type: 'HandoverRecordSigned' }>,
  signedAt: ParcelMessage['happenedAt'],
): DossierCommand | undefined =>
  complete && components !== undefined
    ? { type: 'ReceiveSupplement', byPost: { record, signedAt, components } }
    : undefined

/**
 * Papers on their way to a desk or between agencies move no dossier: their news is the post's own. What an authority or the post
 * has lost of them owes an apology; what a citizen lost does not.
 */
const commandFor = ({ event, happenedAt, seq }: ParcelMessage): DossierCommand | undefined => {
  if (event.type === 'PapersMoved') {
    const { from, to, papers } = event
    if (to.kind !== 'lost' || from.kind === 'citizen') return undefined
    const parcel = from.kind === 'parcel' ? { parcel: from.parcel } : {}
    return { type: 'RecordPapersLoss', what: 'lost', ...lostOf(papers), decision: to.decision, ...parcel }
  }
  if (event.type === 'ParcelLost' && event.purpose === 'papers') {
    const { what, papers, parcel } = event
    return { type: 'RecordPapersLoss', what, ...lostOf(papers), decision: `parcel:${parcel}:${seq}`, parcel }
  }
  if (event.type === 'HandoverRecordSigned') return supplementIn(event, happenedAt)
  if (!('purpose' in event) || event.purpose !== 'result') return undefined
  const { parcel } = event
  switch (event.type) {
    case 'ParcelPosted': {
      const { order = 1, promised, papers } = event
      return { type: 'RecordDispatch', parcel, order, promised, originals: originalsIn(papers) }
    }
    case 'ParcelDelivered': {
      if (event.to === 'agency') return undefined
      const { to, papers } = event
      const handed = { identityChecked: true, originals: originalsIn(papers), parcel, deliveredAt: happenedAt } as const
      return { type: 'ReturnResult', by: 'post', to, ...handed }
    }
    case 'DeliveryWithdrawn':
      return { type: 'WithdrawReturn', parcel }
    case 'ParcelReturned':
      return { type: 'RecordUndelivered', parcel }
    case 'ParcelLost':
      return { type: 'RecordLoss', parcel, what: event.what }
    case 'ParcelOverdue': // the ledger has an alarm of its own for the promised day
      return undefined
  }
}

const lostOf = (papers: readonly Paper[]) => ({
  components: [...new Set(papers.flatMap(({ kind, component }) => (kind === 'result' ? [] : [component])))],
  result: papers.some(({ kind }) => kind === 'result'),
})

const originalsIn = (papers: readonly Paper[]): string[] => [
  ...new Set(papers.flatMap(({ kind, component }) => (kind === 'original' ? [component] : []))),
]
