import { setTimeout } from 'node:timers/promises'
import { Client } from '@temporalio/client'
import { namespace, withTemporal } from '../temporal.ts'
import type { People, Person } from '../story/people.ts'
import { handIn } from '../story/hand-in.ts'

const phong = 'H21.08.54'
const so = 'H21.52'

/** The steps of the reference dossier's life after it is handed in: who does what. */
export const stepsOf = (people: People): { who: Person; command: { type: string } & Record<string, unknown> }[] => {
  const intake = people('officer:ia-pech.intake')
  const specialist = people('officer:ia-pech.social')
  const labour = people('officer:huyen-ia-grai.labour')
  const department = people('officer:gia-lai.labour')
  const director = people('officer:gia-lai.labour-director')
  return [
    { who: intake, command: { type: 'Accept' } },
    { who: intake, command: { type: 'Assign', officer: 'ia-pech.social' } },
    { who: specialist, command: { type: 'OfferHandover', to: phong } },
    { who: labour, command: { type: 'AcceptHandover' } },
    { who: labour, command: { type: 'OfferHandover', to: so } },
    { who: department, command: { type: 'AcceptHandover' } },
    { who: department, command: { type: 'Propose', outcome: 'granted' } },
    { who: director, command: { type: 'Sign', outcome: 'granted', number: 'QD-1' } },
    {
      who: intake,
      command: { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] },
    },
  ]
}

/** One whole life over HTTP, from the desk to the citizen's hands; gives the dossier's id. */
export const live = async (people: People): Promise<string> => {
  const id = await handIn(people('officer:ia-pech.intake'))
  for (const { who, command } of stepsOf(people)) await who.act(id, command)
  return id
}

/** Runs `one` `atOnce` side by side for some seconds; gives what came of it. */
export const sideBySide = async <T>(atOnce: number, seconds: number, one: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  const end = Date.now() + seconds * 1_000
  const work = async () => {
    while (Date.now() < end) results.push(await one())
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

/** Waits until Temporal has ended the stories of these dossiers. Throws if one has not after `patienceMs`. */
export const untilConducted = (temporal: string, ids: readonly string[], patienceMs = 180_000): Promise<void> =>
  withTemporal(temporal, async (connection) => {
    const { workflow } = new Client({ connection, namespace })
    const end = Date.now() + patienceMs
    // Asked again and again: its news may not have reached Temporal yet.
    const statusOf = (id: string) =>
      workflow
        .getHandle(id)
        .describe()
        .then(({ status }) => status.name, isUnknown)
    for (const id of ids)
      for (let status = await statusOf(id); status !== 'COMPLETED'; status = await statusOf(id)) {
        if (Date.now() > end) throw new Error(`The story of ${id} has not ended: ${status}`)
        await setTimeout(50)
      }
  })

const isUnknown = (error: unknown): 'unknown' => {
  if (error instanceof Error && error.name === 'WorkflowNotFoundError') return 'unknown'
  throw error
}
