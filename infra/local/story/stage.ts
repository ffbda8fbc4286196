import { isDeepStrictEqual } from 'node:util'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import { Instant } from '@dossier/contracts/time'
import { figuresOf } from '@dossier/domain/figures'
import { workUnitsOf } from '@dossier/domain/figures-work-units'
import { periodOf } from '@dossier/domain/period'
import * as z from 'zod'
import type { StackPlan } from '../stack-plan.ts'
import { minuteOf, moment } from './local-time.ts'
import { type Line, linesOf, type People, peopleOf } from './people.ts'
import type { Check, DossierSeen, Scenario, Stage } from './scenario.ts'
import { tellAlarm, tellLine } from './tell.ts'
import type { Servers } from './servers.ts'
import type { Timetable } from './timetable.ts'

type Print = (text: string) => void

/** The names by which a story speaks of agencies. */
const namesOf = async (people: People) => {
  const { body } = await people('officer:ia-pech.intake').get('catalogue', '/organisations')
  const rows: { code: string; name: string }[] = Array.isArray(body['organisations']) ? body['organisations'] : []
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  return (code: string) => names.get(code) ?? code
}

/**
 * Plays a scenario on a driven stack and tells it line by line. Gives what it promised and what was found; throws where a
 * step itself cannot be done.
 */
export const playOn = (on: On, scenario: Scenario): Promise<Check[]> => playing(on, scenario).finally(on.time.leave)

/** `servers` for stories that take them away. */
type On = { plan: StackPlan; time: Timetable; print: Print; servers?: Servers | undefined }
const playing = async ({ plan, time, print, servers = nobodys }: On, scenario: Scenario): Promise<Check[]> => {
  const people = peopleOf(plan)
  const nameOf = await namesOf(people)
  const checks: Check[] = []
  const mine = new Set<string>()

  const promises: Stage['promises'] = (what, found, expected) => {
    checks.push({ what, expected, found })
    const right = isDeepStrictEqual(found, expected)
    print(`  ${right ? '✔' : '✘'} ${what}: ${shown(found)}${right ? '' : `, expected ${shown(expected)}`}`)
  }

  print(`\n${scenario.id} — ${scenario.title}\n`)
  await scenario.play({
    plan,
    people: noting(people, mine),
    servers,
    now: time.now,
    settle: time.settle,
    at: async (local, say, does) => {
      for (const alarm of await time.until(local)) if (mine.has(alarm.dossierId)) print(tellAlarm(alarm))
      print(`${minuteOf(moment(local))}  ${say}`)
      const lines = asLines(await does?.())
      await time.settle()
      for (const line of lines) print(`  ${tellLine(line, nameOf)}`)
      return lines
    },
    promises,
    refuses: async (what, code, asks) => {
      const { status, body } = await asks()
      promises(what, { refused: status >= 400, code: body['code'] }, { refused: true, code })
    },
    sees: async (person, dossierId) => {
      const { status, body } = await person.get('casework', `/dossiers/${dossierId}`)
      if (status !== 200) throw new Error(`${person.account} does not see dossier ${dossierId}: ${status}`)
      return seen(body)
    },
    figures: async (dossierIds, from, to) => figuresOf(await recordsOf(people, dossierIds), periodOf(from, to)),
    workUnits: async (dossierId, from, to) =>
      (await recordsOf(people, [dossierId])).flatMap((record) => workUnitsOf(record, periodOf(from, to))),
    rang: (dossierId) =>
      time.rang().flatMap((one) => (one.dossierId === dossierId ? [`${one.kind} ${minuteOf(one.at)}`] : [])),
  })
  const { status, body: balance } = await people('officer:gia-lai.inspector').get('postal', '/custody/balance')
  const { closes, faults } = balance
  promises(
    'every paper has one custodian, without a gap',
    { status, closes, faults },
    { status: 200, closes: true, faults: [] },
  )
  return checks
}

const notOurs = () => Promise.reject(new Error('This stack is another process’s: its servers stay as they are'))
const nobodys: Servers = { down: notOurs, up: notOurs, wipe: notOurs }

/** The same people, whose acts show which dossiers a story is about. */
const noting =
  (people: People, dossiers: Set<string>): People =>
  (account) => {
    const person = people(account)
    return {
      ...person,
      act: (dossierId, ...asked) => {
        dossiers.add(dossierId)
        return person.act(dossierId, ...asked)
      },
    }
  }

const longest = 200
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}

/** As the inspector reads them, who may read every dossier of the province. */
const recordsOf = async (people: People, dossierIds: readonly string[]) =>
  Promise.all(
    dossierIds.map(async (id) => {
      const { status, body } = await people('officer:gia-lai.inspector').get('casework', `/dossiers/${id}`)
      if (status !== 200) throw new Error(`The inspector does not see dossier ${id}: ${status}`)
      return Told.parse(body['timeline'])
    }),
  )
const Told = z.array(z.object({ at: Instant, event: DossierEvent }))

const asLines = (given: unknown): Line[] =>
  Array.isArray(given) && given.every((one) => typeof Object(one).seq === 'number' && Object(one).axes !== undefined)
    ? linesOf(given)
    : []

// What casework answers is checked against its schema there; here it is looked at.
const seen = (body: Record<string, unknown>): DossierSeen => Object(body)
