import type { Role } from '@dossier/contracts/organisation'

/**
 * What somebody's organisation is to a paper, a parcel or a dossier. `custodian`: has the papers, or the officer has;
 * `taker`: is to have them; `post`: a post office; `carrier`: the post office that has the parcel, or had it last; `sender` and `receiver`:
 * between which it goes; `on-the-way`: has had papers of the dossier, or is to have them; `applicant`: the person's own dossier.
 */
export type PostalRelation =
  | 'custodian'
  | 'taker'
  | 'post'
  | 'carrier'
  | 'sender'
  | 'receiver'
  | 'on-the-way'
  | 'concerned'
  | 'applicant'
  | 'none'

type Grant = { roles: readonly (Role | 'system' | 'applicant')[]; relation: PostalRelation }

const desk = ['intake-officer', 'one-stop-head'] as const
const keepers = [...desk, 'case-officer', 'unit-head', 'records-clerk', 'signatory', 'tax-officer'] as const
const worker = ['postal-worker'] as const
const system: Grant = { roles: ['system'], relation: 'none' }

/**
 * What an actor may do with papers and parcels: role x relation x act. Asked by every act, exported for screens. A postal
 * worker sees and moves what his office carries, and nothing of what is in it but its list (QĐ 45/2016 art. 16.5).
 */
export const postalPermissions = {
  Collect: [{ roles: worker, relation: 'post' }],
  Pack: [{ roles: keepers, relation: 'custodian' }],
  Unpack: [{ roles: keepers, relation: 'sender' }],
  Scan: [{ roles: worker, relation: 'post' }],
  DeclareLoss: [{ roles: worker, relation: 'carrier' }],
  DeclareFound: [{ roles: worker, relation: 'carrier' }],
  Bag: [{ roles: worker, relation: 'carrier' }],
  TakeManifest: [{ roles: worker, relation: 'receiver' }],
  Count: [
    { roles: keepers, relation: 'receiver' },
    { roles: keepers, relation: 'sender' },
  ],
  SignRecord: [{ roles: worker, relation: 'carrier' }],
  Give: [{ roles: keepers, relation: 'custodian' }],
  Take: [{ roles: keepers, relation: 'taker' }],
  GiveBack: [{ roles: keepers, relation: 'custodian' }],
  DeclareOfficeLoss: [{ roles: ['one-stop-head', 'unit-head'], relation: 'custodian' }],
  CloseIncident: [{ roles: [...keepers, ...worker], relation: 'concerned' }],
  ReadCustody: [
    { roles: [...keepers, 'inspector', 'consulted-officer'], relation: 'on-the-way' },
    { roles: ['inspector'], relation: 'none' },
    { roles: ['applicant'], relation: 'applicant' }, // the agency that has it, as with every step (TT 01/2018 art. 16.2)
  ],
  // Whose signature it is stays with those who answer for the papers.
  ReadProof: [
    { roles: [...keepers, 'inspector', 'consulted-officer'], relation: 'on-the-way' },
    { roles: ['inspector'], relation: 'none' },
  ],
  ReadParcel: [
    { roles: keepers, relation: 'sender' },
    { roles: keepers, relation: 'receiver' },
    { roles: worker, relation: 'carrier' },
  ],
  ReadRecipient: [
    { roles: keepers, relation: 'sender' },
    { roles: worker, relation: 'carrier' },
  ],
  ReadBalance: [{ roles: ['inspector', 'one-stop-head'], relation: 'none' }, system],
  OrderCarrier: [
    { roles: keepers, relation: 'sender' },
    { roles: worker, relation: 'post' },
  ],
  SettleCarrierReport: [{ roles: worker, relation: 'post' }],
  ReceiveComplaint: [
    { roles: worker, relation: 'post' },
    { roles: desk, relation: 'sender' },
    { roles: desk, relation: 'receiver' },
  ],
  ReadComplaint: [
    { roles: worker, relation: 'post' },
    { roles: desk, relation: 'sender' },
    { roles: desk, relation: 'receiver' },
  ],
  AnswerComplaint: [{ roles: worker, relation: 'post' }],
  RecordLiability: [{ roles: worker, relation: 'post' }],
  PayCompensation: [{ roles: worker, relation: 'post' }],
  SettleFound: [
    { roles: worker, relation: 'post' },
    { roles: desk, relation: 'sender' },
    { roles: desk, relation: 'receiver' },
  ],
  ReadPostalReport: [
    { roles: worker, relation: 'post' },
    { roles: ['inspector', 'one-stop-head', 'procedure-control'], relation: 'none' },
  ],
  TellAppointment: [{ roles: worker, relation: 'carrier' }],
  RecordForceMajeure: [{ roles: worker, relation: 'post' }],
  ReadSubmission: [system],
  ReadSender: [system],
  OrderDispatch: [system],
  Inquire: [system],
} as const satisfies Record<string, readonly Grant[]>
export type PostalAct = keyof typeof postalPermissions

/** Whether a role whose organisation has these relations may do it. */
export const mayPost = (
  act: PostalAct,
  role: Role | 'system' | 'applicant',
  relations: readonly PostalRelation[],
): boolean => {
  const grants: readonly Grant[] = postalPermissions[act]
  return grants.some(
    ({ roles, relation }) => roles.some((one) => one === role) && (relation === 'none' || relations.includes(relation)),
  )
}
