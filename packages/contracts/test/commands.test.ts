import { expect, test } from 'vitest'
import { DossierCommand } from '../src/dossier-command.ts'
import { samplesOf } from './samples.ts'

/** The same command with one member too many, once for each object in it. */
const withOneMore = (body: unknown): unknown[] => {
  if (Array.isArray(body)) return body.flatMap((each, at) => withOneMore(each).map((more) => body.with(at, more)))
  if (typeof body !== 'object' || body === null) return []
  const inside = Object.entries(body).flatMap(([name, each]) =>
    withOneMore(each).map((more) => ({ ...body, [name]: more })),
  )
  return [{ ...body, nobodyKnows: true }, ...inside]
}

const stored = samplesOf('commands').map(({ file, body }) => [file, body])
test.each(stored)('%s: a member nobody knows is an error, not a wish', (_file, body) => {
  const bent = withOneMore(body)
  expect(bent).not.toEqual([])
  const answers = bent.map((each) => DossierCommand.safeParse(each).error?.issues.map(({ code }) => code))
  expect(answers).toEqual(bent.map(() => ['unrecognized_keys']))
})
