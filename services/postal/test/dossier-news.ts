import { DossierMessage } from '@dossier/contracts/dossier'
import { ApplicationMessage } from '@dossier/contracts/application'
import { desk, local } from './post-office.ts'

type More = {
  seq: number
  event: object
  at?: string
  delivery?: string
  dispatch?: number
  by?: string
  holder?: string
  state?: string
}

/** A line of the ledger about a dossier, as Kafka brings it. */
export const news = (
  dossierId: string,
  { seq, event, at, delivery = 'none', dispatch, by = desk, holder = desk, state = 'accepted' }: More,
) =>
  DossierMessage.parse({
    dossierId,
    seq,
    at: at ?? local('2021-04-13 10:00'),
    actor: { person: 'ia-grang.intake', role: 'intake-officer', organisation: by },
    event,
    axes: {
      state,
      clock: 'running',
      pausedBy: null,
      code: 'H21.08.05-210413-0001',
      procedure: 'fx.tro-cap-khang-chien',
      receivingDesk: desk,
      holder,
      level: 'commune',
      stage: { id: 'commune', place: 1, of: 3 },
      due: { on: '2021-05-17' },
      finance: 'none',
      delivery,
      ...(dispatch !== undefined && { dispatch }),
    },
    alarms: [],
    moves: false,
  })

export const signedResult = { type: 'ResultSigned', outcome: 'granted', number: '112/QĐ', timeliness: 'early' }

/** An application handed in over the desk, with its papers. */
export const application = (dossierId: string, papers: object[], seq = 1) =>
  ApplicationMessage.parse({
    applicationId: dossierId,
    seq,
    at: local('2021-04-12 09:00'),
    event: {
      type: 'ApplicationSubmitted',
      procedureVersion: 'fx.tro-cap-khang-chien@2021-01-01',
      channel: 'desk',
      receivingDesk: desk,
      submittedAt: local('2021-04-12 09:00'),
      applicant: null,
      complete: true,
      papers,
    },
  })
