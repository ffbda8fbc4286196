import type { Actor } from '@dossier/contracts/actor'
import type { Officer } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Signing } from '@dossier/documents/signature'
import type { Issuer } from './issuer.ts'

type Act = { actor: Actor; at: Instant; officer: Officer | undefined; issuer: Issuer }

/**
 * Whose signature stands on the paper: the office of whoever acted, at the moment of the act. Names of people stay in the
 * identity provider; the certificate of the signature has them.
 */
export const signatoryOf = ({ actor, at, officer, issuer: { unit, authority } }: Act) => ({
  onBehalfOf: actor.role === 'signatory' && unit.function === 'peoples-committee' ? 'TM. Ủy ban nhân dân' : null,
  title: officer === undefined ? unit.name : officeOf(officer.title, [unit.name, authority.name]),
  organisation: unit.name,
  name: null,
  signedAt: at,
})

/** For whom the signing service is asked to sign: the officer's key, or that of the unit where no officer acted. */
export const signerOf = (act: Act): Signing['signer'] => ({
  name: act.officer?.id ?? act.issuer.unit.code,
  title: signatoryOf(act).title,
  organisation: act.issuer.unit.name,
})

/**
 * `Chủ tịch` of `Chủ tịch Ủy ban nhân dân xã Ia Pếch`, `Trưởng Phòng` of a division's head: the organisation stands in the
 * heading already.
 */
const officeOf = (title: string, names: readonly string[]): string => {
  const name = names.find((one) => title.endsWith(one))
  if (name === undefined || name === title) return title
  const office = title.slice(0, -name.length).replace(/[\s,]+$/u, '')
  const kind = /^(?:Văn phòng|Chi cục|Phòng|Ban|Đội|Tổ)(?= )/u.exec(name)?.[0]
  return kind !== undefined && /(?:Trưởng|Chánh)$/u.test(office) ? `${office} ${kind}` : office
}
