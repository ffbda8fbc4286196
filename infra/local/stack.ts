import type { Exit, GuardedProcess } from './guarded-process.ts'
import { type Part, type PartName, partNames } from './part.ts'
import { type PortName, refuseTakenPort } from './ports.ts'
import { kafkaPart, postgresPart, temporalPart } from './servers.ts'
import { type ChangeOf, servicePart } from './services.ts'
import { addressesOf, planStack, type StackPlan, type StackWish } from './stack-plan.ts'

export type PartState = 'stopped' | 'starting' | 'ready' | 'elsewhere' | 'not built yet'
export type PartView = { part: PartName; state: PartState; pid?: number; address: string }

/** What happens to parts, as it happens. `fell` is an end nobody asked for. */
export type Note =
  | { type: 'starting' | 'ready' | 'elsewhere' | 'not built yet' | 'stopping' | 'stopped'; part: PartName }
  | { type: 'fell'; part: PartName; exit: Exit }

export type Stack = {
  plan: StackPlan
  address: ReturnType<typeof addressesOf>
  /** Answers when these parts, and all that they need, are ready. Without names: every part. */
  start: (...parts: PartName[]) => Promise<void>
  /** Gracefully, those that need others first. Without names: every part. */
  stop: (...parts: PartName[]) => Promise<void>
  /** As a power cut would: SIGKILL. */
  kill: (part: PartName) => Promise<void>
  view: () => PartView[]
}

/** `changeOf` says how a service is started otherwise than usual, asked at each of its starts: for tests. */
export const openStack = (
  wish: StackWish,
  tell: (note: Note) => void = () => {},
  changeOf: ChangeOf = () => ({}),
): Stack => {
  const plan = planStack(wish)
  const parts = makeParts(plan, changeOf)
  const running = new Map<PartName, GuardedProcess>()
  const starting = new Map<PartName, Promise<void>>()
  const states = new Map<PartName, PartState>()
  let halt = new AbortController()
  const enter = (part: PartName, type: Exclude<Note['type'], 'fell' | 'stopping'>) => {
    states.set(part, type)
    tell({ type, part })
  }

  const bringUp = async (part: Part) => {
    await Promise.all(part.after.map(startOnce))
    if (halt.signal.aborted) throw new Error(`${part.name} was not started: the stack is being stopped`)
    if (!part.built()) return enter(part.name, 'not built yet')
    if (!part.elsewhere) for (const name of portsOf(part.name, plan)) await refuseTakenPort(name, plan.ports[name])
    enter(part.name, 'starting')
    const process = await part.start(halt.signal).catch((error: unknown) => {
      states.set(part.name, 'stopped')
      throw error
    })
    if (!process) return enter(part.name, 'elsewhere')
    running.set(part.name, process)
    enter(part.name, 'ready')
    void process.exited.then((exit) => {
      if (running.get(part.name) !== process) return // asked for
      forget(part.name)
      tell({ type: 'fell', part: part.name, exit })
    })
  }

  const startOnce = (name: PartName): Promise<void> => {
    const already = starting.get(name)
    if (already) return already
    const begun = bringUp(parts[name])
    starting.set(name, begun)
    begun.catch(() => starting.delete(name)) // a later start tries again
    return begun
  }

  const forget = (name: PartName) => {
    running.delete(name)
    starting.delete(name)
    states.set(name, 'stopped')
  }

  const stopOne = async (name: PartName) => {
    await starting.get(name)?.catch(() => {})
    const process = running.get(name)
    forget(name)
    if (!process) return
    tell({ type: 'stopping', part: name })
    await process.stop()
    tell({ type: 'stopped', part: name })
  }

  return {
    plan,
    address: addressesOf(plan),
    start: async (...names) => {
      if (halt.signal.aborted) halt = new AbortController()
      const wanted = names.length > 0 ? names : partNames
      await Promise.all(wanted.map(startOnce))
    },
    stop: async (...names) => {
      if (names.length === 0) halt.abort()
      const left = new Set(names.length > 0 ? names : partNames)
      while (left.size > 0) {
        const free = [...left].filter((name) => ![...left].some((other) => parts[other].after.includes(name)))
        await Promise.all(free.map(stopOne))
        for (const name of free) left.delete(name)
      }
    },
    kill: async (name) => {
      const process = running.get(name)
      forget(name)
      await process?.kill()
    },
    view: () =>
      partNames.map((part) => {
        const pid = running.get(part)?.pid
        const state = states.get(part) ?? 'stopped'
        return { part, state, address: parts[part].address, ...(pid !== undefined && { pid }) }
      }),
  }
}

export const makeParts = (plan: StackPlan, changeOf: ChangeOf = () => ({})): Record<PartName, Part> => ({
  postgres: postgresPart(plan),
  kafka: kafkaPart(plan),
  temporal: temporalPart(plan),
  issuer: servicePart('issuer', plan, changeOf),
  catalogue: servicePart('catalogue', plan, changeOf),
  intake: servicePart('intake', plan, changeOf),
  casework: servicePart('casework', plan, changeOf),
  conductor: servicePart('conductor', plan, changeOf),
  postal: servicePart('postal', plan, changeOf),
  notifications: servicePart('notifications', plan, changeOf),
  insight: servicePart('insight', plan, changeOf),
  console: servicePart('console', plan, changeOf),
  mail: servicePart('mail', plan, changeOf),
  gateway: servicePart('gateway', plan, changeOf),
  carrier: servicePart('carrier', plan, changeOf),
})

const portsOf = (part: PartName, { clock }: StackPlan): PortName[] => {
  if (part === 'kafka') return ['kafka', 'kafka-controller']
  if (part === 'temporal' && clock.mode !== 'driven') return ['temporal', 'temporal-ui']
  return part === 'mail' ? ['mail', 'mail-smtp'] : [part]
}
