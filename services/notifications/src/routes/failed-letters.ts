import { dayOf } from '@dossier/domain/calendar'
import { letterMandate, type LetterAct } from '@dossier/domain/letter-permissions'
import type { OrganisationTree } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { Caller } from '@dossier/contracts/actor'
import type { Officer } from '@dossier/contracts/organisation'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { failedLetters, type LetterRow, letterWith } from '../letters/letter-row.ts'
import { common } from '../problems.ts'
import { awaitAgain } from '../queue/awaited-letters.ts'
import { mandatesOf } from '../who-may.ts'
import { ShownLetter, shownLetter } from './letters.ts'

const list = {
  summary:
    'Letters that could not be set and wait for somebody, oldest first: of the caller’s desks, or all for operations',
  querystring: z.strictObject({ state: z.literal('failed') }),
  response: { 200: z.object({ letters: z.array(ShownLetter) }) },
}
const again = {
  summary: 'Set a failed letter anew, from the record and the application as they are now; its number stays',
  params: z.strictObject({ id: z.uuid() }),
  headers: IdempotencyHeaders,
  body: z.strictObject({}),
  response: { 200: ShownLetter },
}
const redrive = `
  update letter set state = 'drafted', next_at = $2, tries = 0, problem = null, unsigned = null
  where id = $1 and state = 'failed'`

export type FailedLetters = {
  db: Pool
  clock: Clock
  tree: () => OrganisationTree
  officers: () => ReadonlyMap<string, Officer>
  nudge: () => void
}

export const failedLetterRoutes: FastifyPluginAsyncZod<FailedLetters> = async (app, deps) => {
  const { db, clock, tree, officers, nudge } = deps
  const config = { access: ['officer', 'service'] } as const

  /** Those of the letters that a caller may do something with. */
  const theirs = (caller: Caller, act: LetterAct, letters: readonly LetterRow[]): LetterRow[] => {
    if (caller.kind === 'service') return isOps(caller) ? [...letters] : []
    const day = dayOf(clock.now())
    const mandates = mandatesOf(caller, { day, officers: officers() })
    return letters.filter(({ desk }) => letterMandate(mandates, act, { tree: tree(), desk, day }) !== undefined)
  }

  app.get('/letters', { config, schema: list }, async ({ actor }) => ({
    letters: theirs(actor, 'read-failed', await failedLetters(db)).map(shownLetter),
  }))

  app.post('/letters/:id/redrive', { config, schema: again }, async (request) => {
    const { id } = request.params
    const { body } = await idempotent(db, request, async (tx) => {
      const found = await letterWith(tx, id)
      const wanted = found?.state === 'failed' ? [found] : []
      const [letter] = theirs(request.actor, 'set-again', wanted)
      if (letter === undefined) throw common('not-found')
      await tx.query(redrive, [id, clock.now()])
      await awaitAgain(tx, id, clock.now())
      return { status: 200, body: shownLetter({ ...letter, state: 'drafted', problem: null }) }
    })
    nudge()
    return body
  })
}

const isOps = ({ subject, scopes = [] }: Caller): boolean =>
  scopes.includes('ops') || subject === 'service:notifications'
