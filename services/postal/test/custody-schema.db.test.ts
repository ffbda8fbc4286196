import { freshDatabase } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
})
afterAll(() => db.end())

const dossier = '01990000-0000-7000-8000-0000000000aa'
const fact = '01990000-0000-7000-8000-0000000000fa'
const desk = `{"kind": "desk", "organisation": "H21.08.01.01"}`
const citizen = `{"kind": "citizen"}`

let paper: string
let papers = 0
beforeEach(async () => {
  paper = `01990000-0000-7000-8000-${String((papers += 1)).padStart(12, '0')}`
  await db.query(`insert into dossier (id, desk, procedure) values ($1, 'H21.08.01.01', 'x') on conflict do nothing`, [
    dossier,
  ])
  await db.query(
    `insert into custody_fact (id, dossier_id, step, papers, to_custodian, happened_at, recorded_at, why)
     values ($1, $2, 'registered', '{}', '{}', now(), now(), 'test') on conflict do nothing`,
    [fact, dossier],
  )
})

/** Writes a paper and its intervals, as nth, since and until, in one transaction. */
const write = async (
  holds: number,
  ...rows: [nth: number, since: string, until: string | null, custodian?: string][]
) => {
  const client = await db.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into paper (id, dossier_id, kind, component, registered_at, holds) values ($1, $2, 'original', '01', $3, $4)`,
      [paper, dossier, '2021-04-12T08:30:00Z', holds],
    )
    for (const [nth, since, until, custodian = desk] of rows)
      await client.query(
        'insert into custody (paper, nth, custodian, since, until, fact) values ($1, $2, $3, $4, $5, $6)',
        [paper, nth, custodian, since, until, fact],
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

describe('the database itself refuses a chain of custody that does not close', () => {
  test('a paper goes from one custodian to the next without a gap', async () => {
    await write(3, [1, '2021-04-12', '2021-04-13', citizen], [2, '2021-04-13', '2021-04-13'], [3, '2021-04-13', null])
    const { rows } = await db.query('select kind from custody where paper = $1 order by nth', [paper])
    expect(rows.map(({ kind }) => kind)).toEqual(['citizen', 'desk', 'desk'])
  })

  test('two custodians at one time', async () => {
    await expect(write(2, [1, '2021-04-12', '2021-04-14'], [2, '2021-04-13', null])).rejects.toThrow(
      'custody_no_overlap',
    )
  })

  test('a gap between two custodians', async () => {
    await expect(write(2, [1, '2021-04-12', '2021-04-13'], [2, '2021-04-14', null])).rejects.toThrow('custody_no_gap')
  })

  test('a chain whose middle is left out', async () => {
    await expect(write(3, [1, '2021-04-12', '2021-04-13'], [3, '2021-04-13', null])).rejects.toThrow('custody_no_gap')
  })

  test('two open intervals', async () => {
    await expect(write(2, [1, '2021-04-12', null], [2, '2021-04-12', null])).rejects.toThrow(
      /custody_(one_open|no_overlap)/,
    )
  })

  test('no open interval: nobody has it now', async () => {
    await expect(write(1, [1, '2021-04-12', '2021-04-13'])).rejects.toThrow('paper_held_fk')
  })

  test('no interval at all', async () => {
    await expect(write(1)).rejects.toThrow('paper_held_fk')
  })
})

test('a fact stays as it was told', async () => {
  await expect(db.query(`update custody_fact set why = 'other'`)).rejects.toThrow('Facts are not changed')
  await expect(db.query('delete from custody_fact')).rejects.toThrow('Facts are not changed')
  await expect(db.query('truncate custody_fact cascade')).rejects.toThrow('Facts are not changed')
})
