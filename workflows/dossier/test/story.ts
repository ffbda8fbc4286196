import { fileURLToPath } from 'node:url'
import { realTime } from '@dossier/contracts/business-time'
import { type Alarm, type Axes, DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { uuidv7 } from 'uuidv7'
import { onDossierMessage } from '../src/on-dossier-message.ts'
import { dossierWorkflow } from '../src/workflow.ts'

const keyword = 2 // IndexedValueType in Temporal's protocol
const attributes = ['Code', 'Procedure', 'State', 'Level', 'Agency', 'Stage', 'Due', 'Clock'].map((n) => `Dossier${n}`)

const existing = (name: string, command: string) => ({
  type: 'existing-path' as const,
  path: process.env[name] ?? command,
})

/** Temporal's time-skipping server: a year passes in seconds. */
export const skippingTime = () =>
  TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: existing('TEMPORAL_TEST_SERVER', 'temporal-test-server') },
  })
/** Temporal itself, which counts what a story costs. */
export const realServer = () =>
  TestWorkflowEnvironment.createLocal({ server: { executable: existing('TEMPORAL_CLI', 'temporal') } })

/** Stories on a server of their own; with `maxCachedWorkflows: 0` each is replayed from its beginning at every step. */
export const openTheatre = async (
  open: () => Promise<TestWorkflowEnvironment>,
  options: { maxCachedWorkflows?: number } = {},
) => {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const env = await open()
  const { connection, nativeConnection, namespace = 'default' } = env
  const searchAttributes = Object.fromEntries(attributes.map((name) => [name, keyword]))
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes })
  const taskQueue = `story-${uuidv7()}`
  const sounded: string[] = []
  const ordered: string[] = []
  const deaf = new Set<string>()
  const failures: string[] = []
  const hire = () =>
    Worker.create({
      connection: nativeConnection,
      taskQueue,
      workflowsPath: fileURLToPath(new URL('../src/workflow.ts', import.meta.url)),
      activities: {
        sound: async (dossierId: DossierId, alarmId: string) => {
          if (failures.includes(alarmId)) {
            failures.splice(failures.indexOf(alarmId), 1)
            throw new Error(`Casework is out of reach for ${dossierId}`)
          }
          sounded.push(`${dossierId} ${alarmId}`)
        },
        orderDispatch: async (dossierId: DossierId, { dispatch }: Axes) =>
          void ordered.push(`${dossierId} dispatch ${dispatch}`),
        inquire: async (dossierId: DossierId, { dispatch }: Axes) => {
          if (deaf.has(dossierId)) throw new Error('The post is out of reach')
          ordered.push(`${dossierId} inquiry ${dispatch}`)
        },
      },
      ...options,
    })
  let worker = await hire()
  let working = worker.run()
  const dismiss = async () => {
    worker.shutdown()
    await working
  }
  const tell = onDossierMessage(env.client, taskQueue, () => realTime)
  return {
    env,
    taskQueue,
    tell,
    failures,
    /** Dossiers about which the post answers no inquiry. */
    deaf,
    soundedFor: (id: string) => of(sounded, id),
    orderedFor: (id: string) => of(ordered, id),
    changeWorker: async () => {
      await dismiss()
      worker = await hire()
      working = worker.run()
    },
    close: async () => {
      await dismiss()
      await env.teardown()
    },
  }
}
const of = (all: readonly string[], id: string) =>
  all.filter((one) => one.startsWith(id)).map((one) => one.slice(id.length + 1))
export type Theatre = Awaited<ReturnType<typeof openTheatre>>

/** One dossier of a test; days are counted from its beginning. */
export const newStory = async ({ env, taskQueue, tell, soundedFor, orderedFor }: Theatre) => {
  const dossierId = DossierId.parse(uuidv7())
  const begun = await env.currentTimeMs()
  const day = (n: number) => new Date(begun + n * 86_400_000).toISOString()
  const alarm = (kind: Alarm['kind'], onDay: number): Alarm => ({ id: `${kind}:${onDay}`, kind, at: day(onDay) })
  const hears = (seq: number, axes: Partial<Axes>, ...alarms: Alarm[]) =>
    tell(message({ dossierId, seq, at: day(0) }, axes, alarms))
  /** The post has told of the delivery by mistake. */
  const hearsItWasNone = (seq: number, axes: Partial<Axes>, ...alarms: Alarm[]) => {
    const told = message({ dossierId, seq, at: day(0) }, axes, alarms)
    return tell({ ...told, event: { type: 'ReturnWithdrawn', parcel: 'RR473124829VN' } })
  }
  const begins = (more: { longFrom: number }) =>
    env.client.workflow.start(dossierWorkflow, {
      workflowId: dossierId,
      taskQueue,
      args: [{ dossierId, time: realTime, ...more }],
    })
  const handle = () => env.client.workflow.getHandle(dossierId)
  return {
    dossierId,
    alarm,
    begins,
    hears,
    hearsItWasNone,
    handle,
    sounded: () => soundedFor(dossierId),
    ordered: () => orderedFor(dossierId),
    day,
  }
}

const accepted: Axes = {
  state: 'accepted',
  clock: 'running',
  pausedBy: null,
  code: 'H21.08.10-210413-0001',
  procedure: 'fx.tro-cap-khang-chien',
  receivingDesk: organisation('H21.08.10.01'),
  holder: organisation('H21.08.10.01'),
  level: 'commune',
  stage: { id: 'commune', place: 1, of: 3 },
  due: { on: '2021-05-17' },
  finance: 'none',
  delivery: 'none',
}

function organisation(code: string): Axes['holder'] {
  return DossierMessage.shape.axes.shape.holder.parse(code)
}

export const heldBy = (code: string): Pick<Axes, 'holder'> => ({ holder: organisation(code) })

const message = (
  place: { dossierId: DossierId; seq: number; at: string },
  axes: Partial<Axes>,
  alarms: Alarm[],
): DossierMessage => ({
  ...place,
  actor: { person: 'ia-pech.intake', role: 'intake-officer', organisation: 'H21.08.10.01' },
  event: { type: 'ErrorCorrected', of: 1, what: 'clerical', legalBasis: 'any' },
  axes: { ...accepted, ...axes },
  alarms,
  moves: true,
})
