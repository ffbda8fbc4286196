import { Agent } from 'node:http'
import fc from 'fast-check'
import * as z from 'zod'
import { addressesOf, type StackPlan } from '../stack-plan.ts'
import { anybody, type People, peopleOf } from '../story/people.ts'
import { answersTold } from './answers-told.ts'
import { ask } from './ask.ts'
import { keepLatest, openHeard } from './heard.ts'
import { type Document, type Example, type Request, requestsTo, type Route, routesOf } from './requests.ts'

/** The services whose doors are open to people. */
const open = ['casework', 'catalogue', 'insight', 'intake', 'notifications', 'postal'] as const
type Open = (typeof open)[number]

/** A request that was answered as none may be, and why. */
type Fault = { why: string; route: string; account: string; request: Request; answer: string }

/**
 * `involved` are accounts that have something to do with what is there: they send as much as all others. `examples` are requests
 * that were done before.
 */
type FuzzWish = { count: number; seed: number; involved: readonly string[]; examples: readonly Example[] }

/** `decided` are the routes that came at least once to a decision: they did what they were asked, or a rule refused it. */
export type FuzzReport = {
  sent: number
  routes: string[]
  decided: string[]
  byStatus: Record<string, number>
  faults: Fault[]
}

/** Who asks: an account, and the organisations of its mandates. */
type Sender = { account: string; own: string[] }

const atOnce = 24
const faultsKept = 40
// Several are made at once, which is cheaper, and not all, since what answers tell is used in the next.
const madeAtOnce = 8
const welcomeKept = 20

/**
 * Sends requests made from the services' own documents to a running stack: `count` of them, the same ones for the same `seed` as
 * far as answers are the same. A fault is an answer of 5xx, none within 30 s, or one that the document does not tell.
 */
export const fuzz = async (plan: StackPlan, { count, seed, involved, examples }: FuzzWish): Promise<FuzzReport> => {
  const addresses = addressesOf(plan)
  const people = peopleOf(plan)
  const everybody = await sendersOf(people)
  const those = involved.map((account) => everybody.find((one) => one.account === account) ?? { account, own: [] })
  const heard = openHeard()
  let own: readonly string[] = []
  const knows = { ...heard, own: () => own }

  const doorTo = (service: Open, document: Document) => {
    const told = answersTold(document)
    return (route: Route, offset: number) => {
      const requests = requestsTo(route, document, { heard: knows, examples })
      const welcome: Sender[] = []
      let rounds = 0
      /** Requests of one sender. Who was let in once comes again: behind a refusal of the person nothing else is tried. */
      const make = (): { sender: Sender; requests: Request[] } => {
        rounds += 1
        const among = welcome.length > 0 && rounds % 3 > 0 ? welcome : rounds % 2 > 0 ? those : everybody
        const sender = among[(offset + rounds * 7_919) % among.length]
        if (sender === undefined) throw new Error('There is nobody to send anything')
        own = sender.own
        return { sender, requests: fc.sample(requests, { seed: seed + rounds, numRuns: madeAtOnce }) }
      }
      return { name: nameOf(route), service, method: route.method, told: told(route), welcome, make, decided: 0 }
    }
  }
  const documents = await Promise.all(
    open.map(async (service) => {
      const document: Document = JSON.parse(await (await fetch(`${addresses[service]}/openapi.json`)).text())
      return routesOf(service, document).map(doorTo(service, document))
    }),
  )
  const doors = documents.flat()
  type Door = (typeof doors)[number]

  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const byStatus: Record<string, number> = {}
  const faults: Fault[] = []
  const sendTo = async (door: Door, sender: Sender, request: Request) => {
    const account = request.account ?? sender.account
    const bearer = account === anybody ? {} : { authorization: `Bearer ${await people(account).token()}` }
    const url = `${addresses[door.service]}${request.path}`
    const answer = await ask(agent, url, door.method, { ...request, headers: { ...request.headers, ...bearer } })
    const { status, type, body } = answer
    byStatus[status] = (byStatus[status] ?? 0) + 1
    if (status < 400 || status === 409 || status === 422) {
      door.decided += 1
      keepLatest(door.welcome, sender, welcomeKept)
    }
    heard.hear(answer)
    const why = door.told(answer)
    const said = `${status} ${type} ${body.slice(0, 600)}`
    if (why !== undefined) faults.push({ why, route: door.name, account, request, answer: said })
  }
  let sent = 0
  let turn = 0
  const worker = async () => {
    for (;;) {
      const door = doors[turn++ % doors.length]
      if (door === undefined) throw new Error('There is nothing to ask')
      const { sender, requests } = door.make()
      for (const request of requests) {
        if (sent >= count || faults.length >= faultsKept) return
        sent += 1
        await sendTo(door, sender, request)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    agent.destroy()
  }
  const decided = doors.filter((door) => door.decided > 0).map(({ name }) => name)
  return { sent, routes: doors.map(({ name }) => name), decided, byStatus, faults }
}

const nameOf = ({ service, method, path }: Route) => `${service} ${method} ${path}`

const citizens = ['citizen:moi', 'citizen:cu', 'citizen:khac']
const Officers = z.object({
  officers: z.array(z.object({ id: z.string(), mandates: z.array(z.object({ organisation: z.string() })) })),
})

/** Every officer of the stack, some citizens, and somebody without an account. */
const sendersOf = async (people: People): Promise<Sender[]> => {
  const { body } = await people('officer:gia-lai.admin').get('catalogue', '/officers')
  const officers = Officers.parse(body).officers.map(({ id, mandates }) => ({
    account: `officer:${id}`,
    own: mandates.map(({ organisation }) => organisation),
  }))
  return [...officers, ...[...citizens, anybody].map((account) => ({ account, own: [] }))]
}
