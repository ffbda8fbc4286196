import { defineConfig } from 'vitest/config'

const folders = '{packages/*/test,services/*/test,workflows/*/test,infra/local/test,test}'
const inBrowsers = 'infra/local/test/console/*.stack.test.ts'
// What is asked again and again is asked for long: a slow machine may need more than the second Vitest gives.
const patient = { poll: { timeout: 20_000 } }
const servers = (...names: string[]) => names.map((name) => `infra/local/test-servers/${name}.ts`)

// A test's name tells its price, and which servers are started for it.
// oxlint-disable-next-line import/no-default-export -- Vitest reads its configuration from there
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.ts`],
          exclude: ['**/*.{db,stack,nightly}.test.ts'],
        },
      },
      {
        test: {
          name: 'nightly',
          include: [`${folders}/**/*.nightly.test.ts`],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'db',
          expect: patient,
          include: [`${folders}/**/*.db.test.ts`],
          globalSetup: servers('postgres'),
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stack',
          expect: patient,
          include: [`${folders}/**/*.stack.test.ts`],
          exclude: [inBrowsers],
          globalSetup: servers('postgres', 'kafka', 'temporal'),
          // Each file may run servers and a worker of its own; side by side they starve one another.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'console',
          expect: patient,
          include: [inBrowsers],
          globalSetup: servers('console'),
          // They look at the same dossiers, lists and figures.
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
