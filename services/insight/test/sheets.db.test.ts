import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '@dossier/platform/postgres'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { openSeal, type Seal } from '../src/sheets/seal.ts'
import { lastSheet, makeSheets, verifySheets } from '../src/sheets/sheet.ts'
import { openSnapshot } from '../src/snapshot.ts'
import { auditOf, broken, soundDatabase } from './audited.ts'
import { copyOf, placesIn, spoil, urlOf } from './one-database.ts'

let sound: Awaited<ReturnType<typeof soundDatabase>>
let seal: Seal
const pools: Pool[] = []
beforeAll(async () => {
  sound = await soundDatabase()
  seal = await openSeal(join(await mkdtemp(join(tmpdir(), 'sheets-')), 'key.pem'), { makes: true })
})
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end()
})

/** A stack with the sheets of the days from 12 to 20 April 2021. */
const withSheets = async () => {
  const name = await copyOf(sound.name)
  const db = openPool(urlOf(name, 'insight'), () => {}, { max: 1 })
  pools.push(db)
  const make = async (yesterday: string) => {
    const snapshot = await openSnapshot(placesIn(name))
    try {
      return await makeSheets(db, snapshot, { seal, yesterday })
    } finally {
      await snapshot.close()
    }
  }
  await make('2021-04-12')
  const verified = async (by = seal) => {
    const snapshot = await openSnapshot(placesIn(name))
    try {
      return (await verifySheets(db, snapshot, by)).offenders
    } finally {
      await snapshot.close()
    }
  }
  return { name, db, made: await make('2021-04-20'), make, verified }
}

test('each day that is over has one sheet: opening and in make closing and out', async () => {
  const { db, made, make, verified } = await withSheets()
  expect(made).toBe(8)
  expect(await make('2021-04-20')).toBe(0)
  const sheet = await lastSheet(db)
  expect(sheet).toMatchObject({
    day: '2021-04-20',
    body: {
      dossiers: { opening: 3, in: 0, out: 1, closing: 2 },
      papers: { opening: 3, in: 0, out: 0, closing: 3 },
      unbalanced: [],
    },
  })
  expect(sheet?.body.messages.in).toBeGreaterThan(0)
  expect(sheet?.body.records['dossiers']?.lines).toBeGreaterThan(0)
  expect(await verified()).toEqual([])
})

const wounds = [
  {
    does: 'a line of the record is changed afterwards',
    schema: 'casework',
    why: 'the records of its day are not what they were',
    day: '2021-04-13',
    by: `update dossier_event set body = jsonb_set(body, '{requestId}', '"x"') where dossier_id = '{returned}' and seq = 1`,
  },
  {
    does: 'the last line of a record is cut off',
    schema: 'casework',
    why: 'the records of its day are not what they were',
    day: '2021-04-20',
    by: `delete from dossier_event where dossier_id = '{returned}' and body #>> '{event,type}' = 'ResultReturned'`,
  },
  {
    does: 'a fact of custody is changed',
    schema: 'postal',
    why: 'the records of its day are not what they were',
    day: '2021-04-13',
    by: `update custody_fact set why = 'other' where dossier_id = '{returned}'`,
  },
  {
    does: 'a sheet is changed',
    schema: 'insight',
    why: 'it says something else than its digest',
    day: '2021-04-15',
    by: `update sheet set body = jsonb_set(body, '{dossiers,in}', '9') where day = '2021-04-15'`,
  },
  {
    does: 'a sheet is changed together with its digest',
    schema: 'insight',
    why: 'its signature does not count',
    day: '2021-04-20',
    by: `update sheet set body = jsonb_set(body, '{dossiers,in}', '9'), digest = '{digest}' where day = '2021-04-20'`,
  },
  {
    does: 'a sheet is taken out of the middle',
    schema: 'insight',
    why: 'the days after 2021-04-14 are missing',
    day: '2021-04-16',
    by: `delete from sheet where day = '2021-04-15'`,
  },
]

test.each(wounds)('the chain is broken where $does', async ({ schema, by, why, day }) => {
  const { name, verified } = await withSheets()
  await spoil(name, schema, by.replace('{returned}', sound.ids.returned).replace('{digest}', 'f'.repeat(64)))
  expect(await verified()).toContainEqual({ id: `sheet ${day}`, why })
})

test('a sheet is read by whoever has the public key, and by no other', async () => {
  const { verified } = await withSheets()
  const other = await openSeal(join(await mkdtemp(join(tmpdir(), 'sheets-')), 'key.pem'), { makes: true })
  expect(await verified(other)).toContainEqual({ id: 'sheet 2021-04-12', why: 'its signature does not count' })
})

test('sheets are not changed or deleted, not even by their own service', async () => {
  const { db } = await withSheets()
  await expect(db.query('delete from sheet')).rejects.toThrow('never changed or deleted')
  await expect(db.query(`update sheet set key = ''`)).rejects.toThrow('never changed or deleted')
})

test('a broken chain breaks the invariant of that name and no other', async () => {
  const { name, db } = await withSheets()
  await spoil(name, 'insight', `delete from sheet where day = '2021-04-15'`)
  const report = await auditOf(name, 'any-time', { chain: (snapshot) => verifySheets(db, snapshot, seal) })
  expect(Object.keys(broken(report))).toEqual(['chain'])
})
