import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stackFolder } from '../infra/local/folders.ts'
import { freePorts } from '../infra/local/ports.ts'
import { postgresServer, startPostgres } from '../infra/local/postgres.ts'
import { audit, holds } from '../services/insight/src/audit.ts'
import { end } from '../services/insight/test/lives.ts'
import { databaseOfMany } from '../services/insight/test/many-lives.ts'
import { placesIn } from '../services/insight/test/one-database.ts'
import { orSayWhy, print, table } from './table.ts'

const goal = { dossiers: 100_000, seconds: 60 } // at any size: as many a second

/** `npm run bench:audit [-- --dossiers 100000]`: fills a server of its own, and measures a whole audit of it. */
await orSayWhy(async () => {
  const { values } = parseArgs({
    options: { dossiers: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
  })
  const dossiers = Number(values.dossiers)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(dossiers) || dossiers < 4) throw new Error('--dossiers takes a whole number from 4')
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1')
  const folder = stackFolder('bench-audit')
  rmSync(folder, { recursive: true, force: true })
  const { postgres: port } = await freePorts()
  const server = await startPostgres({
    stack: 'bench-audit',
    folder: `${folder}/postgres`,
    port,
    log: `${folder}/postgres.log`,
    unsafe: true,
  })
  try {
    process.env['TEST_POSTGRES'] = postgresServer(port)
    const begun = performance.now()
    const name = await databaseOfMany(dossiers, (line) => print(`  filled: ${line}`))
    print(`  filled in ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
    await measure(name, rounds)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function measure(name: string, rounds: number): Promise<void> {
  const nothing = async () => ({ examined: 0, offenders: [] })
  const once = (threads: number) =>
    audit('quiescent', {
      places: placesIn(name),
      clock: { now: () => end, scale: () => ({ wall: 0, origin: 0, speed: 1 }) },
      graceMs: 0,
      threads,
      canaries: ['Người nộp hồ sơ mẫu khác', 'chim-hoang-yen@example.test'],
      most: 5,
      verifyChain: nothing,
      lookElsewhere: nothing,
    })
  const rows = [['threads', 'median s', 'min', 'max', 'dossiers', 'lines', 'goal']]
  let last = await once(2)
  print(`  first, with nothing read before: ${(last.ms / 1_000).toFixed(1)} s`)
  if (!holds(last))
    throw new Error(`It is not sound: ${JSON.stringify(last.findings.filter(({ broken }) => broken > 0))}`)
  for (const threads of [2, 1]) {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      last = await once(threads)
      times.push(last.ms / 1_000)
      print(`  ${threads} threads: ${(last.ms / 1_000).toFixed(1)} s`)
    }
    const sorted = times.toSorted((a, b) => a - b)
    const [min = 0, median = 0, max = 0] = [sorted[0], sorted[Math.floor(rounds / 2)], sorted.at(-1)]
    const met = last.dossiers / median > goal.dossiers / goal.seconds ? 'met' : 'missed'
    rows.push([
      `${threads}`,
      ...[median, min, max].map((one) => one.toFixed(1)),
      `${last.dossiers}`,
      `${last.lines}`,
      `${goal.dossiers} in ${goal.seconds} s: ${met}`,
    ])
  }
  print(table(rows))
  print(table([['invariant', 'ms'], ...last.findings.map((one) => [one.name, `${one.ms}`])]))
}
