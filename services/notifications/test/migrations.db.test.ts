import { freshDatabase } from '@dossier/platform/testing'
import { expect, test } from 'vitest'

test('without messages there is no next moment', async () => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  expect((await db.query('select at from next_moment')).rows).toEqual([{ at: null }])
  await db.end()
})
