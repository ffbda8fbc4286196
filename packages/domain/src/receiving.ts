import type { Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { RefusalCode } from '@dossier/contracts/refusal'
import type { Day } from '@dossier/contracts/time'
import {
  ancestors,
  authorityOf,
  inForce,
  isAbove,
  officeOn,
  type OrganisationTree,
  resolveUnit,
} from './organisations.ts'

type Received = Pick<ProcedureVersion, 'receivedAt' | 'boundaryFree' | 'route'>

/**
 * Why a desk does not receive a procedure on a day, or undefined where it does: it is a desk in force, of a level that
 * receives it (NĐ 61/2018 art. 14), and every stage of the route has its unit there. `place`, where the applicant lives or
 * the land lies, is any organisation of it: the desk must be its own or above it, or, free of boundaries (NĐ 118/2025), of
 * the same province. Without a place that question stays with the officer.
 */
export const whyNotReceived = (
  tree: OrganisationTree,
  version: Received,
  desk: OrganisationCode,
  { day, place }: { day: Day; place?: OrganisationCode | undefined },
): RefusalCode | undefined => {
  const office = officeOn(tree, desk, day)
  if (office === undefined) return 'unknown-organisation'
  if (!isDesk(office) || !version.receivedAt.includes(office.level)) return 'not-received-here'
  if (version.route.some((stage) => resolveUnit(tree, desk, stage, day) === undefined)) return 'unit-missing'
  if (place === undefined) return undefined
  if (officeOn(tree, place, day) === undefined) return 'unknown-organisation'
  const reaches = version.boundaryFree ? rootOf(tree, place) === rootOf(tree, desk) : covers(tree, desk, place)
  return reaches ? undefined : 'not-received-here'
}

/** The desks that receive a procedure on a day, in the order of their codes. */
export const receivingDesks = (tree: OrganisationTree, version: Received, day: Day): Organisation[] =>
  inForce(tree, day)
    .filter(({ code }) => whyNotReceived(tree, version, code, { day }) === undefined)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))

const isDesk = (office: Organisation) => [office.function, ...(office.alsoFor ?? [])].includes('desk')
const rootOf = (tree: OrganisationTree, code: OrganisationCode) => ancestors(tree, code).at(-1)?.code ?? code
const covers = (tree: OrganisationTree, desk: OrganisationCode, place: OrganisationCode) => {
  const authority = authorityOf(tree, desk)?.code
  if (authority === undefined) return false
  return authorityOf(tree, place)?.code === authority || isAbove(tree, authority, place)
}
