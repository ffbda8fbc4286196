import type { OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Addressee, TellingCondition } from '@dossier/contracts/telling-shapes'
import { dayOf } from '@dossier/domain/calendar'
import { ancestors, authorityOf, isInForce, type OrganisationTree } from '@dossier/domain/organisations'
import type { Facts } from './facts.ts'

/** People whose contact is asked for at the moment of use. */
export const people = ['applicant', 'representative', 'giver'] as const
export type Person = (typeof people)[number]

const desk: readonly Role[] = ['intake-officer', 'one-stop-head']
const unit: readonly Role[] = ['case-officer', 'unit-head']
const roles = {
  'assigned-officer': [],
  named: [],
  'receiving-desk': desk,
  'desk-head': ['one-stop-head'],
  holder: unit,
  signatory: ['signatory'],
  sender: [...desk, ...unit],
  receiver: [...desk, ...unit],
  consulted: [...unit, 'consulted-officer'],
  place: [...desk, ...unit],
  'agency-head': ['one-stop-head', 'unit-head', 'signatory'],
  post: ['postal-worker'],
} as const satisfies Record<Exclude<Addressee, Person>, readonly Role[]>

/** Whether what a telling asks for besides its event is so. */
export const holds = (condition: TellingCondition | undefined, { event, heard }: Facts): boolean => {
  switch (condition) {
    case undefined:
      return true
    case 'not-at-the-desk':
      return heard.channel !== undefined && heard.channel !== 'desk'
    case 'came-by-post':
      return heard.channel === 'post'
    case 'goes-by-post':
      return heard.returnBy === 'post'
    case 'due-moved':
      return (
        event.type === 'DossierRecounted' && (event.moved ?? ['due']).some((one) => one === 'due' || one === 'firm')
      )
    case 'parcel-with-result':
      return event.type === 'ParcelAttempted' && event.parcel === heard.resultParcel
    case 'parcel-with-application':
      return event.type === 'ParcelLost' && event.purpose === 'application'
    case 'parcel-with-papers':
      return event.type === 'ParcelLost' && event.purpose === 'papers'
    case 'papers-lost': // what a citizen loses is nobody else's to tell
      return event.type === 'PapersMoved' && event.to.kind === 'lost' && event.from.kind !== 'citizen'
  }
}

/** The recipients a telling means, each by the name its messages are kept under: a person, an account, or `role@organisation`. */
export const recipientsOf = (addressee: Addressee, facts: Facts, tree: OrganisationTree): string[] => {
  const { event, heard } = facts
  switch (addressee) {
    case 'applicant':
    case 'representative':
    case 'giver':
      return [addressee]
    case 'assigned-officer':
      return event.type === 'DossierAssigned' ? [`officer:${event.officer}`] : []
    case 'named':
      return event.type === 'AlarmSounded' ? event.to.map(({ role, organisation }) => `${role}@${organisation}`) : []
    case 'receiving-desk':
    case 'desk-head':
      return at(roles[addressee], heard.axes?.receivingDesk)
    case 'holder':
      return at(roles[addressee], heard.axes?.holder)
    case 'signatory': {
      const holder = heard.axes?.holder
      return at(roles[addressee], holder === undefined ? undefined : (authorityOf(tree, holder)?.code ?? holder))
    }
    case 'sender':
      return at(roles[addressee], event.type === 'HandoverReturned' ? event.from : undefined)
    case 'receiver':
    case 'consulted':
      return event.type === 'HandoverOffered' || event.type === 'ConsultationRequested'
        ? at(roles[addressee], event.to)
        : []
    case 'place':
      return event.type === 'IncidentOpened'
        ? [event.at, ...(event.also ?? [])].flatMap((one) => at(roles[addressee], one))
        : []
    case 'agency-head':
      return at(roles[addressee], 'agency' in event ? event.agency : heard.agency)
    case 'post':
      return at(roles[addressee], heard.office ?? postOfficeOf(tree, facts))
  }
}

const at = (who: readonly Role[], organisation: OrganisationCode | undefined): string[] =>
  organisation === undefined ? [] : who.map((role) => `${role}@${organisation}`)

/** The post office of the desk's place, or the nearest above it. */
const postOfficeOf = (tree: OrganisationTree, { heard, at: moment }: Facts): OrganisationCode | undefined => {
  const receiving = heard.axes?.receivingDesk
  if (receiving === undefined) return undefined
  const offices = (tree.functions.get('post') ?? []).filter((one) => isInForce(one, dayOf(moment)))
  for (const { code } of ancestors(tree, receiving)) {
    const office = offices.find(({ parent }) => parent === code)
    if (office !== undefined) return office.code
  }
  return undefined
}
