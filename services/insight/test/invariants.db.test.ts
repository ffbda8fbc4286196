import { beforeAll, expect, test } from 'vitest'
import { auditOf, broken, soundDatabase } from './audited.ts'
import { copyOf, spoil } from './one-database.ts'
import { otherViolations } from './violations-elsewhere.ts'
import { ledgerViolations } from './violations-of-the-ledger.ts'

const canaries = ['Nguyễn Thị Hoàng Yến']
let sound: Awaited<ReturnType<typeof soundDatabase>>
beforeAll(async () => {
  sound = await soundDatabase()
})

test.each(['any-time', 'quiescent'] as const)('every invariant holds of a sound stack, %s', async (form) => {
  const report = await auditOf(sound.name, form)
  expect(broken(report)).toEqual({})
  expect(report).toMatchObject({ dossiers: 4, isOneMoment: true })
  expect(report.findings).toHaveLength(15)
})

test.each([...ledgerViolations, ...otherViolations])(
  '$name: $does',
  async ({ name, schema, statements, names, why, also = [], ...more }) => {
    const { ids } = sound
    const spoiled = await copyOf(sound.name)
    await spoil(spoiled, schema, ...statements(ids))
    const found = broken(await auditOf(spoiled, more.form ?? 'any-time', { canaries, at: more.at }))
    expect(Object.keys(found).toSorted()).toEqual([name, ...also].toSorted())
    const named = found[name]?.filter(
      ({ id, why: says }) => why.test(says) && (names === undefined || names(ids) === id),
    )
    expect(named).not.toEqual([])
  },
)
