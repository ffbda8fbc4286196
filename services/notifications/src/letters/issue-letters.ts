import { DocumentProblem } from '@dossier/documents/document-problem'
import { isTransient } from '@dossier/platform/transient'
import { dueLetters, type LetterRow } from './letter-row.ts'
import { type Setting, setLetter } from './set-letter.ts'
import { type SigningDeps, signLetter } from './sign-letter.ts'
import { Unfillable } from './unfillable.ts'

export type Issuing = Setting & SigningDeps & { report: (trouble: unknown) => void }

const postpone = `
  update letter set next_at = $2, tries = tries + 1, why = $3 where id = $1 and state = $4`
const fail = `
  update letter set state = 'failed', problem = $2, next_at = null, why = null where id = $1 and state in ('drafted', 'awaiting-signature')`

/**
 * Brings on every letter that is due by one step: sets what is drafted, has signed what is set. An outage postpones a letter,
 * what can never be set fails with its problem, for people. Gives how many were looked at.
 */
export const issueDue = async (deps: Issuing): Promise<number> => {
  const due = await dueLetters(deps.db, deps.clock.now())
  for (const row of due) await step(deps, row)
  return due.length
}

const step = async (deps: Issuing, row: LetterRow): Promise<void> => {
  try {
    await (row.state === 'drafted' ? setLetter(deps, row) : signLetter(deps, row))
  } catch (error) {
    deps.report(new Error(`Letter ${row.id} (${row.kind}, ${row.state}) is not brought on`, { cause: error }))
    const problem = problemOf(error)
    if (problem === undefined)
      await wait(deps, row, isTransient(error) ? outages[row.state] : 'an error of ours; see the log')
    else await deps.db.query(fail, [row.id, JSON.stringify(problem)])
  }
}

const wait = ({ db, clock }: Issuing, { id, state, tries }: LetterRow, why: string) => {
  const next = new Date(Date.parse(clock.now()) + backOffMs(tries)).toISOString()
  return db.query(postpone, [id, next, why, state])
}

const outages: Record<LetterRow['state'], string> = {
  drafted: 'intake or casework does not answer',
  'awaiting-signature': 'the signing service does not answer',
  issued: '',
  failed: '',
}

/** Half a minute, then longer each time, up to half an hour: a law's last moment may be near. */
const backOffMs = (tries: number): number => Math.min(30 * 60_000, 30_000 * 2 ** tries)

/** What no waiting mends; undefined for everything else, which may pass. */
const problemOf = (error: unknown): { code: string; vi: string; en: string } | undefined => {
  if (error instanceof DocumentProblem) return { code: error.code, vi: error.vi, en: error.en }
  if (error instanceof Unfillable)
    return { code: error.code, vi: 'Diễn biến hồ sơ không đủ dữ liệu để lập văn bản này.', en: error.message }
  return undefined
}
