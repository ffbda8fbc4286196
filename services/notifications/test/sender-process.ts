import { makeClock } from '@dossier/platform/clock'
import { openPool } from '@dossier/platform/postgres'
import { ClockEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import * as z from 'zod'
import { makeChannels } from '../src/channels/channels.ts'
import { runQueue } from '../src/queue/run.ts'
import { usualSettings } from '../src/queue/settings.ts'
import { TellingEnv } from '../src/telling-env.ts'
import { loadTemplates } from '../src/templates.ts'
import { makeSay } from '../src/words/say.ts'
import { books } from './books.ts'
import { somebody } from './somebody.ts'

// The sender alone, as a process that a test may kill at any moment.
const config = loadConfig(z.object({ ...PostgresEnv.shape, ...ClockEnv.shape, ...TellingEnv.shape }))
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, () => {})
runQueue({
  db,
  clock,
  settings: usualSettings,
  say: makeSay(books),
  templates: await loadTemplates(new URL('../templates/', import.meta.url)),
  askContact: async (_subject, person) =>
    person === 'representative' ? undefined : { reach: somebody, reference: null },
  findLetter: async () => ({ is: 'none' }),
  channels: makeChannels({ db, clock, config, letter: () => Promise.reject(new Error('no letters here')) }),
  report: (trouble) => process.stderr.write(`${String(trouble)}\n`),
  everyMs: 20,
})
process.stdout.write('ready\n')
