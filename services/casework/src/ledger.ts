import type { Actor, Caller } from '@dossier/contracts/actor'
import type { ApplicationSummary } from '@dossier/contracts/application'
import type { DossierId, DossierMessage } from '@dossier/contracts/dossier'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { RefusalCode } from '@dossier/contracts/refusal'
import type { Instant } from '@dossier/contracts/time'
import { alarmPlan, lightMoments } from '@dossier/domain/alarm-plan'
import { apologyAsked } from '@dossier/domain/apology-draft'
import { axesOf, moves } from '@dossier/domain/axes'
import { dayOf } from '@dossier/domain/calendar'
import { decide, restsOnApplication, restsOnRecord } from '@dossier/domain/decide'
import type { Dossier } from '@dossier/domain/dossier'
import { evolve, type Recorded } from '@dossier/domain/evolve'
import type { Law } from '@dossier/domain/law'
import { mintingCode } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import { messageHeaders } from '@dossier/platform/context'
import type { Pool } from 'pg'
import { actingAs, mandatesOn } from './acting.ts'
import { type Act, makeAppend } from './append.ts'
import type { LawBooks } from './law-books.ts'
import { firstAnswer, linesSince, readDossier, recordUpTo, type Standing } from './record.ts'
import { makeStandings } from './standings.ts'

/** Who wants what of which dossier; `key` stays the same however often it is sent, and so does the hash of the request. */
type Order = {
  dossierId: DossierId
  key: string
  requestHash: string
  caller: Caller
  command: DossierCommand
  /** What the caller had before its eyes; if the dossier has moved on since, the order is not carried out. */
  expected?: number | undefined
}

/** The lines an act added; the same lines again when the same order comes again. */
type Done = { version: number; lines: DossierMessage[] }
/** A refusal is given under the rule set the dossier has pinned, or that of the day. */
type NotDone =
  | { refused: RefusalCode; about?: string | undefined; under: RuleSetId; since: DossierMessage[] }
  | { keyReused: true }
  | { movedOn: DossierMessage[] }
export type Answer = Done | NotDone
export type Ledger = (order: Order) => Promise<Answer>

/** Tells what intake knows of an application, its papers and payments by now. */
export type AskIntake = (dossierId: DossierId) => Promise<ApplicationSummary | undefined>

export type LedgerDeps = { db: Pool; clock: Clock; books: LawBooks; askIntake: AskIntake; told?: () => void }

const attempts = 20

/**
 * The only way anything happens to a dossier. Reads where it stands, asks the law, writes the answer in one statement
 * guarded by the version it read; whoever was overtaken reads again and is judged anew.
 */
export const makeLedger = (deps: LedgerDeps): Ledger => {
  const { db, clock, books, askIntake, told = () => {} } = deps
  const standings = makeStandings()
  const append = makeAppend(db)

  const attempt = async (order: Order, standing: Standing, isMemory: boolean): Promise<Answer | 'again'> => {
    const { dossierId, key, requestHash, command, expected } = order
    if (standing.answered !== null)
      return standing.answered.requestHash === requestHash
        ? firstAnswer(db, dossierId, standing.answered)
        : { keyReused: true }
    if (expected !== undefined && expected !== standing.version) {
      if (isMemory) return 'again'
      // Who may not act here is not told either what others did.
      const wish = { ...order, ...standing, now: clock.now(), books }
      const acting = actingAs(wish)
      if ('refused' in acting)
        return { ...acting, under: books.lawFor(standing.dossier, command, wish.now).ruleSet.id, since: [] }
      return { movedOn: await linesSince(db, dossierId, expected) }
    }

    const unopened = standing.version === 0 && opensOnTheWay(command)
    const { procedure, ruleSet } = books.lawFor(standing.dossier, command, clock.now())
    const asks = unopened || restsOnApplication(standing.dossier, command, procedure)
    const application = asks ? await askIntake(dossierId) : undefined
    const record = restsOnRecord(command) ? await recordUpTo(db, dossierId, standing.version) : undefined
    const now = notBefore(standing.at, clock.now())
    const steps = unopened && application !== undefined ? [openingOf(application), command] : [command]
    const judged = judge({ ...order, standing, steps, now, books, application, record })
    if ('refused' in judged) {
      if (isMemory) return 'again'
      return { ...judged, under: ruleSet.id, since: await linesSince(db, dossierId, standing.version - 1) }
    }

    const applicant = steps[0]?.type === 'Open' ? steps[0].applicant : standing.applicant
    const act: Act = {
      dossierId,
      from: standing.version,
      key,
      requestHash,
      applicant,
      headers: messageHeaders(),
      ...judged,
    }
    const appended = await append(act)
    if (appended === 'code-exhausted') return { refused: 'code-exhausted', under: ruleSet.id, since: [] }
    if (appended !== 'appended') return 'again' // somebody was faster, or this very order was: read, and decide again
    told()
    const code = act.mint === null ? null : await mintedCode(db, dossierId)
    const version = judged.messages.at(-1)?.seq ?? standing.version
    const dossier = code === null ? judged.dossier : { ...judged.dossier, code }
    standings.keep(dossierId, { dossier, version, at: now, applicant })
    return { version, lines: withCode(judged.messages, code) }
  }

  return async (given) => {
    // Each caller's keys are its own; services share theirs, for two of them may sound one alarm.
    const { kind, subject } = given.caller
    const order = { ...given, key: `${kind === 'service' ? kind : subject} ${given.key}` }
    const { dossierId, key, command } = order
    const remembered = standings.get(dossierId)
    if (remembered !== undefined) {
      const answer = await attempt(order, { ...remembered, answered: null }, true)
      if (answer !== 'again') return answer
      standings.forget(dossierId)
    }
    for (let tries = 0; tries < attempts; tries += 1) {
      const answer = await attempt(order, await readDossier(db, dossierId, key), false)
      if (answer !== 'again') return answer
    }
    throw new Error(`Dossier ${dossierId} moved on ${attempts} times while ${command.type} was being decided`)
  }
}

/** In a record time never goes back, though a machine's clock may be set back, or be behind another's. */
const notBefore = (last: Instant | null, now: Instant): Instant => (last !== null && last > now ? last : now)

/** What a desk does first with a walk-in: if the news of the application is not here yet, it opens the dossier itself. */
const opensOnTheWay = ({ type }: DossierCommand) =>
  type === 'Accept' || type === 'RefuseIntake' || type === 'RequestSupplement' || type === 'Withdraw'

/** The opening an application asks for; what was brought and paid since is no part of it. */
const openingOf = ({
  procedure,
  channel,
  receivingDesk,
  submittedAt,
  applicant,
  complete,
  ...more
}: ApplicationSummary) => {
  const { locality, returnBy } = more
  const opening = { type: 'Open', procedure, channel, receivingDesk, submittedAt, applicant, complete } as const
  const told = { ...(locality !== undefined && { locality }), ...(returnBy !== undefined && { returnBy }) }
  return { ...opening, ...told }
}

type Case = Order & {
  standing: Standing
  steps: DossierCommand[]
  now: string
  books: LawBooks
  application: ApplicationSummary | undefined
  record: readonly Recorded[] | undefined
}
type Judged = Pick<Act, 'messages' | 'dossier' | 'moments' | 'apology' | 'mint' | 'notes'>

/** The pure part: commands to lines, or the refusal. */
const judge = ({
  dossierId,
  caller,
  standing,
  steps,
  now,
  books,
  application,
  record,
}: Case): Judged | { refused: RefusalCode; about?: string } => {
  let dossier: Dossier | undefined = standing.dossier
  let { version } = standing
  let law: Law | undefined
  const lines: { event: DossierEvent; actor: Actor; axes: DossierMessage['axes']; alarms: DossierMessage['alarms'] }[] =
    []
  const notes: Act['notes'][number][] = []
  const worksAt = (officer: string, organisation: string) =>
    mandatesOn(officer, dayOf(now), books).some((mandate) => mandate.organisation === organisation)
  for (const [i, command] of steps.entries()) {
    if (dossier === undefined && command.type !== 'Open') return { refused: 'no-such-dossier' }
    law = books.lawFor(dossier, command, now)
    const applicant = steps[0]?.type === 'Open' ? steps[0].applicant : standing.applicant
    const isPrologue = i < steps.length - 1
    const acting = actingAs({ caller, command, dossier, applicant, now, books, isPrologue })
    if ('refused' in acting) return acting
    const decision = decide(dossier, command, {
      now,
      actor: acting,
      law,
      version,
      application,
      record,
      worksAt,
      calendarBefore: books.calendars().get(dossier?.pinned?.calendar ?? ''),
    })
    if ('refused' in decision) return decision
    for (const event of decision.events) {
      dossier = evolve(dossier, { event, at: now, person: acting.person })
      // Pinned by this very event: from here on the plan follows the dossier's own law.
      law = books.lawFor(dossier, command, now)
      if (dossier === undefined) throw new Error(`${command.type} left no dossier`)
      lines.push({ event, actor: acting, axes: axesOf(dossier, law), alarms: alarmPlan(dossier, law) })
    }
    if ('note' in command && command.note !== undefined) notes.push({ seq: version + 1, text: command.note })
    version += decision.events.length
  }
  if (dossier === undefined || law === undefined) throw new Error('An act without a dossier')
  const moved = lines.some(({ event }) => moves(event.type))
  const messages = lines.map((line, i): DossierMessage => {
    const { requestId } = messageHeaders()
    return {
      dossierId,
      seq: standing.version + i + 1,
      at: now,
      ...line,
      ...(requestId === undefined ? {} : { requestId }),
      moves: moved && i === lines.length - 1,
    }
  })
  const accepts = steps.some(({ type }) => type === 'Accept')
  const organisation = accepts ? mintingCode(law.organisations, dossier.receivingDesk) : undefined
  const mint = organisation === undefined ? null : { organisation, day: dayOf(now) }
  return { messages, dossier, moments: lightMoments(dossier, law), apology: apologyAsked(dossier, law), mint, notes }
}

const mintedCode = async (db: Pool, dossierId: DossierId): Promise<string | null> => {
  const { rows } = await db.query<{ code: string | null }>('select code from dossier where id = $1', [dossierId])
  return rows[0]?.code ?? null
}

const withCode = (messages: readonly DossierMessage[], code: string | null): DossierMessage[] =>
  messages.map((message) =>
    code === null || message.event.type !== 'DossierAccepted'
      ? message
      : { ...message, event: { ...message.event, code }, axes: { ...message.axes, code } },
  )
