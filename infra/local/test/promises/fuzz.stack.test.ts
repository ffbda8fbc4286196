import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditStack } from '../../audit.ts'
import { liveByPost } from '../../chaos/life.ts'
import { openQuiet } from '../../quiet.ts'
import { fuzz, type FuzzReport } from '../../fuzz/fuzz.ts'
import type { Example } from '../../fuzz/requests.ts'
import { freePorts } from '../../ports.ts'
import { openStack, type Stack } from '../../stack.ts'
import { handInAt } from '../../story/applications.ts'
import { moment } from '../../story/local-time.ts'
import { type People, peopleOf, type Person } from '../../story/people.ts'

const count = 50_000
const involved = [
  'officer:huyen-ia-grai.intake',
  'officer:huyen-ia-grai.finance',
  'officer:huyen-ia-grai.finance-head',
  'officer:huyen-ia-grai.post',
  'citizen:s08-nguoi-nop',
  'officer:gia-lai.admin',
  'officer:gia-lai.inspector',
  'officer:gia-lai.procedure-control',
]

/** People whose every act is an example of how to do it. */
const rememberedBy =
  (examples: Example[], people: People): People =>
  (account) => {
    const person = people(account)
    const post: Person['post'] = (service, path, body, key) => {
      examples.push({ account, service, path, body })
      return person.post(service, path, body, key)
    }
    return {
      ...person,
      post,
      act: (dossierId, command, key) => {
        examples.push({ account, service: 'casework', path: `/dossiers/${dossierId}/commands`, body: command })
        return person.act(dossierId, command, key)
      },
    }
  }

let stack: Stack
let report: FuzzReport
beforeAll(async () => {
  process.env['RATE_MAX'] = '1000000' // nobody is sent away for asking often
  const clock = { mode: 'scaled', at: moment('2021-03-15T08:00'), speed: 1 } as const
  stack = openStack({ name: `test-${process.pid}-fuzz`, ports: await freePorts(), clock, unsafe: true, env: {} })
  await stack.start()
  // Something of everything is there: a whole life with its papers and letters, and a dossier that waits.
  const examples: Example[] = []
  const people = rememberedBy(examples, peopleOf(stack.plan))
  const quiet = await openQuiet(stack.plan)
  await liveByPost(people, { ordered: quiet.settle, over: quiet.settle })
  const payments = { registration: { by: 'desk', amount: 100_000, proof: 'BL-2' } }
  await handInAt(people('officer:huyen-ia-grai.intake'), 'H21.08.51', '1.001612', { payments })
  await quiet.settle()
  await quiet.close()
  report = await fuzz(stack.plan, { count, seed: 2_021, involved, examples })
}, 600_000)

afterAll(async () => {
  await stack.stop()
  rmSync(stack.plan.folder, { recursive: true, force: true })
}, 60_000)

test('whatever is sent, each service answers in time, never with an error of its own, and as its document tells', () => {
  expect(report.faults).toEqual([])
  expect(report.sent).toBe(count)
})

test('requests come through to what services decide, not only to their doors', () => {
  const { decided, routes } = report
  expect(decided.length).toBeGreaterThan(routes.length / 2)
  expect(decided.filter((route) => !route.includes(' GET ')).length).toBeGreaterThan(25)
})

test('afterwards every invariant holds', async () => {
  expect((await auditStack(stack.plan, 'any-time')).broken).toEqual([])
})
