import type { Officer, Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { makeTree, type OrganisationTree } from '@dossier/domain/organisations'

/** A copy of one compacted topic. */
type Shelf<B> = { all: () => ReadonlyMap<string, B> }

/** What letters take from the catalogue: the names of procedures, papers, organisations and offices. */
export type LetterBooks = {
  version: (id: string) => ProcedureVersion | undefined
  /** The version of a procedure in force on a day, for what is papered before acceptance pins one. */
  versionOn: (code: string, day: Day) => ProcedureVersion | undefined
  tree: () => OrganisationTree
  organisation: (code: OrganisationCode) => Organisation | undefined
  officer: (id: string) => Officer | undefined
}

type Shelves = { procedures: Shelf<ProcedureVersion>; organisations: Shelf<Organisation>; officers: Shelf<Officer> }

export const makeLetterBooks = ({ procedures, organisations, officers }: Shelves): LetterBooks => {
  let seen: ReadonlyMap<string, Organisation> | undefined
  let made: OrganisationTree = makeTree([])
  const tree = () => {
    const rows = organisations.all()
    if (rows !== seen) [seen, made] = [rows, makeTree([...rows.values()])]
    return made
  }
  return {
    version: (id) => procedures.all().get(id),
    versionOn: (code, day) =>
      [...procedures.all().values()]
        .filter(({ code: its, validFrom, validTo }) => its === code && validFrom <= day && (validTo ?? day) >= day)
        .toSorted((a, b) => (`${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1))
        .at(-1),
    tree,
    organisation: (code) => tree().rows.get(code),
    officer: (id) => officers.all().get(id),
  }
}
