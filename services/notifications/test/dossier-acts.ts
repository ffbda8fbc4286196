import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { DossierId } from '@dossier/contracts/dossier'
import type { LetterOffice } from './letter-office.ts'

/** A moment on the office wall. */
export const local = (text: string): string => new Date(`${text}:00+07:00`).toISOString()

/** When, by whose account, what. */
export type Act = [at: string, who: string, command: DossierCommand]

/** Acts on a dossier through the ledger, one after the other. Throws where it refuses one. */
export const actsOf = async (
  { shop }: Pick<LetterOffice, 'shop'>,
  id: DossierId,
  ...all: Act[]
): Promise<DossierId> => {
  for (const [at, who, command] of all) {
    shop.time.now = local(at)
    const answer = await shop.send(id, command, who)
    if (answer.statusCode !== 200) throw new Error(`${command.type}: ${answer.body}`)
  }
  return id
}
