import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { authorityOf } from '@dossier/domain/organisations'
import type { Published } from '../published.ts'

/** Who carries for the public: named as the decision names it, whichever enterprise is appointed (QĐ 45/2016 art. 3). */
export const operator = 'Doanh nghiệp cung ứng dịch vụ bưu chính công ích'

/** What printed papers call organisations, officers, procedures and components, as the catalogue has them. */
export const namesIn = (published: Published) => {
  const unit = (code: OrganisationCode): string => published.organisations().rows.get(code)?.name ?? code
  return {
    unit,
    authority: (code: OrganisationCode): string => authorityOf(published.organisations(), code)?.name ?? unit(code),
    /** [GAP] The catalogue has no street addresses: a desk is found by its authority. */
    office: (code: OrganisationCode) => ({
      name: unit(code),
      address: authorityOf(published.organisations(), code)?.name ?? unit(code),
    }),
    /** By the office held: names of people stay in the identity provider. */
    officer: (person: string | null): string => (person === null ? '…' : (published.officer(person)?.title ?? person)),
    procedure: (code: string, day: Day): string => published.versionOn(code, day)?.name ?? code,
    component: (procedure: string, day: Day, id: string): string =>
      published.versionOn(procedure, day)?.components.find((one) => one.id === id)?.name ?? id,
  }
}
export type Names = ReturnType<typeof namesIn>
