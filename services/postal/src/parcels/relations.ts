import type { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import type { PostalRelation } from '@dossier/domain/postal-permissions'
import { type Relate, standsFor, type Who } from '../acting.ts'
import type { Parcel } from './parcel.ts'

/** What an organisation is to a parcel: one of its ends, the office that has it, or any post office. */
export const relationsTo =
  (parcel: Pick<Parcel, 'sender' | 'receiver' | 'office'>, { published, clock }: Who): Relate =>
  (organisation) => {
    const day = dayOf(clock.now())
    const isOf = (one: OrganisationCode | null) => one !== null && standsFor(published, organisation, one, day)
    const relations: PostalRelation[] = []
    if (isOf(parcel.sender)) relations.push('sender')
    if (isOf(parcel.receiver)) relations.push('receiver')
    if (isOf(parcel.office)) relations.push('carrier')
    if (published.organisations().rows.get(organisation)?.function === 'post') relations.push('post')
    return relations
  }
