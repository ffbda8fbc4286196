import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate } from '../src/migrate.ts'
import { openPool } from '../src/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
const url = pathToFileURL(`${folder}/`)
const name = `migrate_${process.pid}`
const server = process.env['TEST_POSTGRES'] ?? ''
const admin = new pg.Client(`${server}/postgres`)
beforeAll(() => admin.connect())
beforeEach(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  write('0001-first.sql', 'create table first (n int)')
})
afterAll(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  rmSync(folder, { recursive: true })
})

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const withPool = async <T>(work: (db: pg.Pool) => Promise<T>): Promise<T> => {
  const db = openPool(`${server}/${name}`, () => {})
  return work(db).finally(() => void db.end())
}

test('the platform comes first, then each file once, in order', () =>
  withPool(async (db) => {
    expect(await migrate(db, url)).toEqual(['platform/0001-platform.sql', 'service/0001-first.sql'])
    write('0002-second.sql', 'alter table first add m int')
    expect(await migrate(db, url)).toEqual(['service/0002-second.sql'])
    expect(await migrate(db, url)).toEqual([])
    rmSync(join(folder, '0002-second.sql'))
  }))

test('of ten processes that start at once one migrates', () =>
  withPool(async (db) => {
    const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(db, url)))
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  }))

test('a file that changed after it was applied, or is gone, stops the start', () =>
  withPool(async (db) => {
    await migrate(db, url)
    write('0001-first.sql', 'create table first (n bigint)')
    await expect(migrate(db, url)).rejects.toThrow('service/0001-first.sql changed')
    rmSync(join(folder, '0001-first.sql'))
    await expect(migrate(db, url)).rejects.toThrow('service/0001-first.sql was applied and its file is gone')
  }))

test('a migration that fails leaves nothing of itself, nor of those before it', () =>
  withPool(async (db) => {
    write('0001-first.sql', 'create table first (n int); select 1 / 0')
    await expect(migrate(db, url)).rejects.toThrow('division by zero')
    expect((await db.query(`select to_regclass('first') as first, to_regclass('outbox') as outbox`)).rows).toEqual([
      { first: null, outbox: null },
    ])
  }))
