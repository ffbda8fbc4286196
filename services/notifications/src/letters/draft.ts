import type { DossierMessage } from '@dossier/contracts/dossier'
import { dayOf } from '@dossier/domain/calendar'
import { goesToAnotherOffice, letterDue } from '@dossier/domain/letters-due'
import type { OrganisationTree } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import { Transient } from '@dossier/platform/transient'
import { uuidv7 } from 'uuidv7'
import { issuerOf } from './issuer.ts'
import { enterInRegister } from './register.ts'

// The row stays locked until the letter is committed: the next one waits, and nobody gets a number that is rolled back.
const takeNumber = `
  insert into letter_book as b (authority, year, last) values ($1, $2, 1)
  on conflict (authority, year) do update set last = b.last + 1 returning last`
const insert = `
  insert into letter (id, dossier_id, seq, kind, at, desk, authority, year, number, next_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)`
const known = 'select from letter where dossier_id = $1 and seq = $2 and kind = $3'

/**
 * Writes down the letter a line of the record asks for, numbered in the book of the authority that issues it, and the
 * dossier's line in the register; in the transaction that hears of it. A line heard again changes nothing.
 */
export const draftLetter = async (tx: Tx, message: DossierMessage, tree: OrganisationTree): Promise<void> => {
  const { dossierId, seq, at, event, actor, axes } = message
  await enterInRegister(tx, message)
  const kind = letterDue(event) ?? (goesToAnotherOffice(event, tree) ? 'control-sheet' : null)
  if (kind === null || (await tx.query(known, [dossierId, seq, kind])).rowCount !== 0) return
  const issuer = issuerOf(tree, actor, axes.receivingDesk)
  if (issuer === undefined) throw new Transient(`Who issues letters for ${axes.receivingDesk} is not announced yet`)
  const { code } = issuer.authority
  const year = Number(dayOf(at).slice(0, 4))
  const { last } = (await tx.query(takeNumber, [code, year])).rows[0]
  await tx.query(insert, [uuidv7(), dossierId, seq, kind, at, axes.receivingDesk, code, year, last])
}
