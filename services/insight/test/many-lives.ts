import { openPool } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { type PlotName, plots } from './lives.ts'
import { makeDatabase, tellAll, urlOf } from './one-database.ts'
import { codeSequence, rowsOf } from './rows-of-life.ts'

const columns = `
  select column_name as name, udt_name as type from information_schema.columns
  where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'`
const pageSize = 2_500

/**
 * A database in which so many dossiers have been lived: each plot is played once, and its rows are written as often as needed, with
 * ids and codes of their own.
 */
export const databaseOfMany = async (dossiers: number, say: (line: string) => void): Promise<string> => {
  const name = await makeDatabase()
  const db = openPool(urlOf(name, 'public'), () => {}, { max: 1, statementTimeoutMs: 600_000 })
  const names: PlotName[] = ['returned', 'supplemented', 'late', 'fresh']
  await db.query('set session_replication_role = replica') // rows of one life are written table by table
  const each = Math.ceil(dossiers / names.length)
  for (const [place, plot] of names.entries()) {
    const id = uuidv7()
    const code = 'H21.08.10-000000-0000'
    const rows = { ...rowsOf(plots[plot](id, code), place), ...(place === 0 ? codeSequence(each * names.length) : {}) }
    for (const [table, some] of Object.entries(rows)) await writeMany({ table, some, id, code, place, each })
    say(`${each} of ${plot}`)
  }
  await db.query('analyze')
  await db.end()
  await tellAll(name)
  return name

  type Writing = { table: string; some: object[]; id: string; code: string; place: number; each: number }
  async function writeMany({ table, some, id, code, place, each: times }: Writing): Promise<void> {
    if (some.length === 0) return
    const [schema = '', bare = ''] = table.split('.')
    const given = new Set(some.flatMap((row) => Object.keys(row)))
    const { rows } = await db.query<{ name: string; type: string }>(columns, [schema, bare])
    const known = rows.filter((column) => given.has(column.name))
    const list = known.map((column) => `"${column.name}"`).join(', ')
    const isOnce = table === 'casework.code_sequence'
    const values = isOnce ? list : known.map(varied).join(', ')
    // A gigantic statement holds all its triggers' work in memory: by pages.
    for (let from = 0; from < (isOnce ? 1 : times); from += pageSize)
      await db.query(
        `insert into ${table} (${list})
         select ${values} from (
           select r.*, n, md5($2::text || ' ' || n)::uuid::text as new_id, (${codeSql}) as new_code
           from jsonb_populate_recordset(null::${table}, $1::jsonb) r, generate_series($4::int, $5::int) n
           where $2::text <> $3::text and $6::int is not null
         ) as made`,
        [JSON.stringify(some), id, code, from, isOnce ? from : Math.min(times, from + pageSize) - 1, place],
      )

    function varied({ name: column, type }: { name: string; type: string }): string {
      const own = `"${column}"`
      if (type === 'uuid') return `md5(${own}::text || ' ' || n)::uuid`
      if (type === '_uuid') return `array(select md5(x::text || ' ' || n)::uuid from unnest(${own}) x)`
      if (table === 'notifications.letter' && column === 'number') return `${own} + n * 100`
      if (type !== 'jsonb' && type !== 'text') return own
      return `replace(replace(${own}::text, $2, new_id), $3, new_code)${type === 'jsonb' ? '::jsonb' : ''}`
    }
  }
}

// As `codeOf`, for the dossier `n * 4 + place`.
const codeSql = `
  'H21.08.10-' || to_char(date '2021-01-01' + (n * 4 + $6::int) / 9000, 'YYMMDD') || '-' || lpad(((n * 4 + $6::int) % 9000 + 1)::text, 4, '0')`
