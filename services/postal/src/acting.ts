import { type Caller, personOf } from '@dossier/contracts/actor'
import type { Mandate, OrganisationCode } from '@dossier/contracts/organisation'
import type { Custodian } from '@dossier/contracts/parcel'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { successorsOf } from '@dossier/domain/organisations'
import { mayPost, type PostalAct, type PostalRelation } from '@dossier/domain/postal-permissions'
import type { Clock } from '@dossier/platform/clock'
import { common } from './problems.ts'
import type { Published } from './published.ts'

export type Who = { clock: Clock; published: Published }

/** Who acts, and for which office: as facts record it. */
export type Acting = { person: string; role: string; organisation: OrganisationCode }

/** Whether an organisation is the one named, or does its work now that it has ended. */
export const standsFor = (published: Published, one: string, named: OrganisationCode, day: Day): boolean =>
  one === named || successorsOf(published.organisations(), named, day).some((code) => code === one)

/** An officer's mandates on a day; all of them, or the one named by the token as `role@organisation`. */
export const mandatesOf = ({ kind, subject, mandate }: Caller, day: Day, published: Published): Mandate[] =>
  (kind === 'officer' ? (published.officer(personOf(subject))?.mandates ?? []) : []).filter(
    ({ role, organisation, from, to }) =>
      from <= day && (to === null || day <= to) && (mandate === undefined || mandate === `${role}@${organisation}`),
  )

/** What an organisation is to the matter, and the person to it. */
export type Relate = (organisation: OrganisationCode, person: string) => PostalRelation[]

/** The office for which a caller may act; undefined without any. */
export const mayActAs = (
  { clock, published }: Who,
  caller: Caller,
  act: PostalAct,
  relate: Relate,
): Acting | undefined => {
  const person = personOf(caller.subject)
  const found = mandatesOf(caller, dayOf(clock.now()), published).find(({ role, organisation }) =>
    mayPost(act, role, relate(organisation, person)),
  )
  return found === undefined ? undefined : { person, role: found.role, organisation: found.organisation }
}

/** As whom a caller acts. Throws 403 without a mandate that allows it. */
export const actingFor = (who: Who, caller: Caller, act: PostalAct, relate: Relate): Acting => {
  const acting = mayActAs(who, caller, act, relate)
  if (acting === undefined) throw common('not-permitted')
  return acting
}

/** Throws 403 for a service that may not, and for everybody who is none. */
export const requireSystem = ({ kind }: Caller, act: PostalAct): void => {
  if (kind !== 'service' || !mayPost(act, 'system', [])) throw common('not-permitted')
}

/** Whether what this custodian has is in an office's keeping, whoever of it has it in hand: its head answers for it. */
export const keepsForOffice = (
  { published, clock }: Who,
  custodian: Custodian,
  organisation: OrganisationCode,
): boolean =>
  'organisation' in custodian && standsFor(published, organisation, custodian.organisation, dayOf(clock.now()))

/** Whether an organisation's people keep what this custodian has: an officer's papers are his own to give. */
export const keeps = (
  { published, clock }: Who,
  custodian: Custodian,
  { organisation, person }: { organisation: OrganisationCode; person: string },
): boolean => {
  const day = dayOf(clock.now())
  switch (custodian.kind) {
    case 'desk':
    case 'archive':
      return standsFor(published, organisation, custodian.organisation, day)
    case 'officer':
      return custodian.officer === person && standsFor(published, organisation, custodian.organisation, day)
    case 'parcel':
    case 'citizen':
    case 'lost':
      return false
  }
}
