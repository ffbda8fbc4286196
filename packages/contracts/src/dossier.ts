import * as z from 'zod'
import { Actor } from './actor.ts'
import { DossierEvent } from './dossier-event.ts'
import { DossierId } from './dossier-id.ts'
import { Level, OrganisationCode } from './organisation.ts'
import { Due, Instant } from './time.ts'

export { DossierId } from './dossier-id.ts'

/** Business states. Overdue, apologised and re-appointed are no states: they are attributes with a history. */
export const DossierState = z.enum([
  'submitted',
  'completion-requested',
  'not-accepted',
  'withdrawn',
  'accepted',
  'in-progress',
  'supplement-requested',
  'obligation-requested',
  'completed',
  'returned',
  'stopped',
])
export type DossierState = z.infer<typeof DossierState>

/** The settlement clock. It stands only where the law says so, for a supplement or a payment. */
export const ClockState = z.enum(['not-started', 'running', 'paused', 'stopped'])
export type ClockState = z.infer<typeof ClockState>

/**
 * Where the result is on its way to the citizen: ready at the desk, to be handed to the post, under way, come back
 * undelivered, lost or damaged on the way, returned.
 */
export const Delivery = z.enum(['none', 'ready', 'to-dispatch', 'under-way', 'undelivered', 'lost', 'returned'])
export type Delivery = z.infer<typeof Delivery>

/** Where a dossier stands: several axes, never one big status. */
export const Axes = z
  .object({
    state: DossierState,
    clock: ClockState,
    pausedBy: z.enum(['supplement', 'obligation']).nullable(),
    code: z.string().nullable(),
    procedure: z.string(),
    receivingDesk: OrganisationCode,
    /** The one holder. */
    holder: OrganisationCode,
    level: Level,
    /** Stage of the route: its id, and its place, from 1, among how many. Null before acceptance. */
    stage: z.object({ id: z.string(), place: z.int().positive(), of: z.int().positive() }).nullable(),
    due: Due.nullable(),
    finance: z.enum(['none', 'owed', 'paid']),
    delivery: Delivery,
    /** While the result waits for the post or is under way: which dispatch of this dossier it is, from 1. */
    dispatch: z.int().positive().optional(),
    /** What was asked and is not decided: a supplement by the specialist, of the desk; the citizen's wish to withdraw. */
    requests: z
      .array(z.enum(['supplement', 'withdrawal']))
      .min(1)
      .optional(),
  })
  .meta({ id: 'Axes' })
export type Axes = z.infer<typeof Axes>

/** Kinds of legal moments at which something must happen if nobody acts. */
export const AlarmKind = z.enum([
  'answer-due',
  'transfer-due',
  'handover-unanswered',
  'stage-warning',
  'stage-overdue',
  'due-soon',
  'apology-by',
  'overdue',
  'appointment-missed',
  'supplement-window',
  'obligation-due',
  'consultation-due',
  'posting-ends',
  'silence-approves',
  'result-uncollected',
  'delivery-overdue',
  'apology-draft',
  'apology-unsigned',
])
export type AlarmKind = z.infer<typeof AlarmKind>

/** One entry of the plan. Its id is stable: an effect of it is keyed `<dossier id>:<alarm id>`, whoever sounds it. */
export const Alarm = z.object({ id: z.string(), kind: AlarmKind, at: Instant }).meta({ id: 'Alarm' })
export type Alarm = z.infer<typeof Alarm>

/**
 * One line of the record. `axes` and `alarms` are those after the event: a listener may begin at any line and needs no
 * rules. `moves` is set on the last line of a command that moved state, level, stage, holder, clock or the plan: only
 * these are signalled to the conductor.
 */
export const DossierMessage = z
  .object({
    dossierId: DossierId,
    seq: z.int().positive(),
    at: Instant,
    actor: Actor,
    requestId: z.string().optional(),
    event: DossierEvent,
    axes: Axes,
    alarms: z.array(Alarm),
    moves: z.boolean(),
  })
  .meta({ id: 'DossierMessage' })
export type DossierMessage = z.infer<typeof DossierMessage>

/** The record of dossiers, line by line, told to everybody; all lines of one dossier keep their order. */
export const dossierTopic = {
  name: 'casework.dossier.v1',
  schema: DossierMessage,
  key: ({ dossierId }: { dossierId: string }): string => dossierId,
}
