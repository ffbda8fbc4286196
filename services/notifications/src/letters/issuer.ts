import type { Actor } from '@dossier/contracts/actor'
import { type Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import { authorityOf, type OrganisationTree } from '@dossier/domain/organisations'

/** Who issues a letter: the unit whose act it papers, the authority in whose name, and the desk where it is one. */
export type Issuer = { unit: Organisation; authority: Organisation; desk: Organisation | null }

/**
 * The organisation of whoever acted; the receiving desk where the act was no officer's, as a new count by a new calendar.
 * A desk writes in the name of the authority it belongs to. Undefined while the catalogue's copy does not know it.
 */
export const issuerOf = (
  tree: OrganisationTree,
  { organisation }: Pick<Actor, 'organisation'>,
  receivingDesk: OrganisationCode,
): Issuer | undefined => {
  const code = OrganisationCode.safeParse(organisation)
  const unit = (code.success ? tree.rows.get(code.data) : undefined) ?? tree.rows.get(receivingDesk)
  if (unit === undefined) return undefined
  const authority = unit.function === 'desk' ? (authorityOf(tree, unit.code) ?? unit) : unit
  return { unit, authority, desk: unit.function === 'desk' ? unit : null }
}

const committee = /^Ủy ban nhân dân (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u

/** The place a letter is dated from: that of the administrative unit, without its kind (NĐ 30/2020 annex I). */
export const placeOf = (tree: OrganisationTree, { unit }: Issuer): string => {
  const name = authorityOf(tree, unit.code)?.name ?? unit.name
  return name.normalize('NFC').replace(committee, '')
}
