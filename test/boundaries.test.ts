import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'

const contracts = 'Contracts import zod alone.'
const law = 'The law is pure: it imports contracts alone.'
const toolkit = 'The toolkit imports contracts alone.'
const letters = 'Letters import contracts alone.'
const services = 'Services meet in Kafka and contracts, never in imports.'
const conductor = 'The law stays in the ledger.'
const noInput = 'A workflow does no I/O: only types may come from elsewhere.'

/** Where a line is planted, the line, and what the linter must say to it; nothing where it is allowed. */
type Planted = [file: string, source: string, says?: string]

const imports: Planted[] = [
  ['packages/contracts/src/x.ts', `import 'node:fs'`, contracts],
  ['packages/contracts/src/x.ts', `import '@dossier/domain/dossier'`, contracts],
  ['packages/contracts/src/x.ts', `import type { X } from '@dossier/platform/log'; export const x: X = 1`, contracts],
  ['packages/contracts/src/x.ts', `import '../../domain/src/dossier.ts'`, contracts],
  ['packages/contracts/src/x.ts', `import * as z from 'zod'; export const x = z.string()`],
  ['packages/contracts/src/x.ts', `export * from './time.ts'`],

  ['packages/domain/src/x.ts', `import 'node:fs'`, law],
  ['packages/domain/src/x.ts', `import 'zod'`, law],
  ['packages/domain/src/x.ts', `import '@dossier/platform/clock'`, law],
  ['packages/domain/src/x.ts', `import type { X } from '@dossier/casework/x'; export const x: X = 1`, law],
  ['packages/domain/src/x.ts', `import '../../other'`, law],
  ['packages/domain/src/decisions/x.ts', `import '../../../platform/src/clock.ts'`, law],
  ['packages/domain/src/decisions/x.ts', `export * from '../dossier.ts'`],
  ['packages/domain/src/x.ts', `export * from './calendar.ts'`],
  ['packages/domain/src/x.ts', `export * from '@dossier/contracts/time'`],

  ['packages/platform/src/x.ts', `import '@dossier/domain/dossier'`, toolkit],
  ['packages/platform/src/x.ts', `import '@dossier/casework/ledger'`, toolkit],
  ['packages/platform/src/x.ts', `import '../../domain/src/dossier.ts'`, toolkit],
  ['packages/platform/src/x.ts', `import 'pg'; import '@dossier/contracts/time'; import './clock.ts'`],

  ['packages/documents/src/x.ts', `import '@dossier/domain/due-date-certificate'`, letters],
  ['packages/documents/src/x.ts', `import '@dossier/platform/log'`, letters],
  ['packages/documents/src/x.ts', `import '../../domain/src/dossier.ts'`, letters],
  ['packages/documents/src/x.ts', `import 'node:fs'; import '@dossier/contracts/time'; import './dates.ts'`],

  ['services/postal/src/x.ts', `import '@dossier/casework/ledger'`, services],
  ['services/postal/src/x.ts', `import '@dossier/conductor/news'`, services],
  ['services/postal/src/x.ts', `import '../../casework/src/ledger.ts'`, services],
  ['services/postal/src/routes/x.ts', `import '../../../casework/src/ledger.ts'`, services],
  ['services/postal/src/routes/x.ts', `import '../../../../packages/domain/src/dossier.ts'`, services],
  [
    'services/postal/src/routes/x.ts',
    `import '@dossier/contracts/time'; import '@dossier/domain/dossier'; import '@dossier/platform/http'; import '@dossier/documents/printer'; import '../app.ts'`,
  ],

  ['workflows/dossier/src/main.ts', `import '@dossier/domain/dossier'`, conductor],
  ['workflows/dossier/src/main.ts', `import '@dossier/casework/ledger'`, conductor],
  ['workflows/dossier/src/main.ts', `import '../../../services/casework/src/ledger.ts'`, conductor],
  [
    'workflows/dossier/src/main.ts',
    `import '@dossier/platform/http'; import '@dossier/contracts/time'; import './app.ts'`,
  ],
]

const stories = ['workflows/dossier/src/workflow.ts', 'workflows/dossier/src/news.ts']
const inStories: Planted[] = [
  ['workflows/dossier/src/workflow.ts', `import { details } from './news.ts'; export const x = details`],
  ...stories.flatMap((file): Planted[] => [
    [file, `import 'node:crypto'`, noInput],
    [file, `import * as z from 'zod'; export const x = z.string()`, noInput],
    [file, `import { Day } from '@dossier/contracts/time'; export const x = Day`, noInput],
    [file, `import { now } from '@dossier/platform/clock'; export const x = now`, noInput],
    [file, `import { sound } from './activities.ts'; export const x = sound`, noInput],
    [file, `import { Worker } from '@temporalio/worker'; export const x = Worker`, noInput],
    [file, `import type { X } from '@dossier/domain/x'; export const x: X = 1`, conductor],
    [file, `import type { X } from '@dossier/platform/x'; export const x: X = 1`, conductor],
    [file, `import type { X } from '@dossier/casework/x'; export const x: X = 1`, conductor],
    [file, `import type { X } from '../../../packages/domain/src/x.ts'; export const x: X = 1`, conductor],
    [file, `import type { X } from '@dossier/contracts/x'; export const x: X = 1`],
    [file, `import type { X } from './activities.ts'; export const x: X = 1`],
    [file, `import { businessMs } from '@dossier/contracts/business-time'; export const x = businessMs`],
    [file, `import { sleep } from '@temporalio/workflow'; export const x = sleep`],
    [file, `import { SearchAttributeType } from '@temporalio/common'; export const x = SearchAttributeType`],
  ]),
]

const anywhere = 'services/postal/src/x.ts'
const pure = 'packages/domain/src/x.ts'
const rules: Planted[] = [
  [pure, `export const x = Date.now()`, 'no-restricted-properties'],
  [pure, `export const x = Math.random()`, 'no-restricted-properties'],
  ...['process', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'performance'].map((name): Planted => [
    pure,
    `export const x = ${name}`,
    'no-restricted-globals',
  ]),
  [anywhere, `export const x = Date.now() + Math.random() + process.uptime()`],
  [anywhere, `debugger`, 'no-debugger'], // one of the category, so that it cannot be lost
  [anywhere, `console.log('x')`, 'no-console'],
  [anywhere, `export default 1`, 'no-default-export'],
  [anywhere, `export const x = (y: any) => y`, 'no-explicit-any'],
  [anywhere, `export const x = (y: string[]) => y[0]!`, 'no-non-null-assertion'],
  [anywhere, `import { X } from './y.ts'; export const x: X = 1`, 'consistent-type-imports'],
  [anywhere, `const f = async () => 1; f()`, 'no-floating-promises'],
  [anywhere, `const f = async () => true; [1].forEach(f)`, 'no-misused-promises'],
  [anywhere, `export const x = (y: 'a' | 'b') => { switch (y) { case 'a': return 1 } }`, 'switch-exhaustiveness-check'],
  [anywhere, 'export const x = [\n' + '  1,\n'.repeat(250) + ']', 'max-lines'],
  [anywhere, `import '../src/x.ts'`, 'no-cycle'],
  [
    'services/postal/test/x.test.ts',
    `import { test } from 'vitest'\ntest('nothing is expected', () => {})`,
    'expect-expect',
  ],
  [
    'packages/domain/test/x.test.ts',
    `import { test } from 'vitest'\nimport { given } from './given.ts'\ntest('asked', () => { given(1) })`,
  ],
]

const Said = z.object({
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      message: z.string(),
      code: z.string(),
      help: z.string().optional(),
      filename: z.string(),
    }),
  ),
})

/** What the linter says about files planted in otherwise empty trees, side by side in one run of it. */
const lintAll = (planted: readonly Planted[]): string[] => {
  const forest = mkdtempSync(join(tmpdir(), 'planted-'))
  for (const [n, [file, source]] of planted.entries()) {
    const tree = join(forest, `${n}`)
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    cpSync('.oxlintrc.json', join(tree, '.oxlintrc.json'))
    cpSync('tsconfig.base.json', join(tree, 'tsconfig.base.json'))
    writeFileSync(
      join(tree, 'tsconfig.json'),
      '{ "extends": "./tsconfig.base.json", "compilerOptions": { "types": [] } }',
    )
    writeFileSync(join(tree, file), source)
  }
  const bin = join(process.cwd(), 'node_modules/.bin')
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: join(bin, 'tsgolint') }
  const { stdout } = spawnSync(join(bin, 'oxlint'), ['--type-aware', '--format', 'json'], {
    cwd: forest,
    env,
    encoding: 'utf8',
  })
  rmSync(forest, { recursive: true })
  const { diagnostics } = Said.parse(JSON.parse(stdout))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return planted.map((_, n) =>
    errors
      .filter(({ filename }) => filename.startsWith(`${n}/`))
      .map(({ code, message, help = '' }) => `${code}: ${message} ${help}`)
      .join('\n'),
  )
}

const all = [...imports, ...inStories, ...rules]
const heard = lintAll(all)

test.each(all.map(([file, source, says], n) => [file, source, says, heard[n]] as const))(
  '%s: %s',
  (_file, _source, says, said) => expect(said).toMatch(says ?? /^$/),
)

/** What the linter has no rule for: files, what they must not hold, and why. */
const unsaid = [
  {
    files: /^workflows\/[^/]+\/src\/(workflow|news)\.ts$/,
    why: 'workflows share their modules: a mutable top level mixes dossiers',
    never: /^(export )?((let|var) |const [^=]+ = (new (Map|Set|WeakMap|Array)\b|\[\]|\{\}))/m,
    planted: [
      'let last = 0',
      'export let last = 0',
      'const seen = new Map<string, number>()',
      'const seen: string[] = []',
    ],
    fine: ['export async function story() {\n  let news = 1\n}', `const states = ['a'] as const`],
  },
  {
    files: /^packages\/domain\/src\//,
    why: 'the law is told the time, it does not look',
    never: /\bDate\(\)/,
    planted: ['const today = new Date()'],
    fine: ['const day = new Date(at)'],
  },
  {
    files: /^(packages|services|workflows)\/[^/]+\/src\//,
    why: 'import rules do not see what is imported while running',
    // From beside it, as a page that comes when it is opened, nothing crosses a boundary.
    never: /\b(import|require)\(['"`](\.\.|@dossier)/,
    planted: [
      `const x = await import('@dossier/casework/ledger')`,
      `const x = require('../../casework/src/ledger.ts')`,
    ],
    fine: [`import { x } from './x.ts'`, `await import('./page.tsx')`, `await import('@opentelemetry/sdk-node')`],
  },
]
const sources = globSync('{packages,services,workflows}/*/src/**/*.ts')

test.each(unsaid)('$why', ({ files, never, planted, fine }) => {
  const looked = sources.filter((file) => files.test(file))
  expect(looked).not.toEqual([])
  expect(looked.filter((file) => never.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(planted.filter((source) => !never.test(source))).toEqual([])
  expect(fine.filter((source) => never.test(source))).toEqual([])
})
