import type { Action } from '../dossier/seen.ts'

// One letter each, by its Vietnamese word; j, k and / belong to lists.
const letters: Record<string, string> = {
  Accept: 't',
  AcceptHandover: 'n',
  OfferHandover: 'c',
  ReturnHandover: 'l',
  Assign: 'p',
  AddOpinion: 'y',
  RequestSupplement: 'b',
  ReceiveSupplement: 's',
  Propose: 'd',
  Sign: 'g',
  Reappoint: 'h',
  ReturnResult: 'r',
  RefuseIntake: 'u',
}

/** The letter of a command; none for those rarely pressed. */
export const letterOfCommand = (command: string): string | undefined => letters[command]

/** The letter that presses an action's button. */
export const letterOf = ({ command }: Action): string | undefined => letterOfCommand(command)
