import { morning, desk } from './office.ts'

type More = { seq: number; state?: string; holder?: string; event?: object; at?: string }

/** A line of the ledger about a dossier, as Kafka brings it. */
export const news = (dossierId: string, { seq, state = 'accepted', holder = desk, event, at }: More) => ({
  dossierId,
  seq,
  at: at ?? morning('2021-09-01'),
  actor: { person: 'ia-kha.intake', role: 'intake-officer', organisation: desk },
  event: event ?? { type: 'DossierAssigned', officer: 'ia-kha.intake' },
  axes: {
    state,
    clock: 'running',
    pausedBy: null,
    code: 'H21.08.01-210901-0001',
    procedure: 'fx.tro-cap-khang-chien',
    receivingDesk: desk,
    holder,
    level: 'commune',
    stage: { id: 'commune', place: 1, of: 3 },
    due: { on: '2021-10-01' },
    finance: 'none',
    delivery: 'none',
  },
  alarms: [],
  moves: false,
})
