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

test.each([
  ['emoji', 'Đã xem 😀'],
  ['a control character', 'Đã\u0007xem'],
  ['a NUL', 'Đã\0xem'],
  ['what nobody sees', 'Đã\u200Bxem'],
  ['a turned direction of writing', 'Đã\u202Exem'],
  ['another script', 'Đã 看'],
])('a note with %s is refused in words that say what to do', (_what, note) => {
  const [issue] = DossierCommand.safeParse({ type: 'RefuseIntake', ground: 'not-eligible', note }).error?.issues ?? []
  expect(issue).toMatchObject({
    path: ['note'],
    params: { code: 'unprintable-text', vi: expect.stringMatching(/^Bỏ /), en: expect.stringMatching(/^Take out /) },
  })
})

test.each([
  'Thiếu “bản chính”:\n\t1. Sổ đỏ – 2 trang;\r\n\t2. Lệ phí 50.000 ₫ (≥ 2 lần)…',
  'Rơ Châm H’Bông ở Čư M’gar, Ƀuôn Đôn',
  'Đã xem đủ'.normalize('NFD'),
])('the note %j is taken as it is written', (note) => {
  expect(DossierCommand.parse({ type: 'RefuseIntake', ground: 'not-eligible', note })).toMatchObject({ note })
})
