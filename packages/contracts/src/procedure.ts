import * as z from 'zod'
import { Level, OrganisationFunction, Role } from './organisation.ts'
import { Confidence, Day, Limit, TimeOfDay } from './time.ts'

const code = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)
const text = z.string().min(1)
const basis = z.string().min(1)

/** Channels of submission (NĐ 61/2018 art. 16): at the desk, by post, online. */
export const Channel = z.enum(['desk', 'post', 'online'])
export type Channel = z.infer<typeof Channel>

/** The one-stop decree in force at acceptance. Its rules are in the domain; which one applies is a matter of the day. */
export const RuleSetId = z.enum(['ND61_2018', 'ND61_2018+ND107_2021', 'ND118_2025'])
export type RuleSetId = z.infer<typeof RuleSetId>

/** Work that another agency does at the same time (NĐ 61/2018 art. 19.6b): its own unit, limit and answer. */
export const Branch = z
  .strictObject({
    id: code,
    name: text,
    level: Level,
    function: OrganisationFunction,
    statutory: Limit,
  })
  .meta({ id: 'Branch' })
export type Branch = z.infer<typeof Branch>

/** One stage of the route: which unit holds the dossier, for how long by law and by promise. */
export const Stage = z
  .strictObject({
    id: code,
    name: text,
    level: Level,
    function: OrganisationFunction,
    role: Role,
    statutory: Limit,
    committed: Limit.optional(),
    /** Where the result is signed. Without any such stage the last one signs. */
    signs: z.boolean().default(false),
    /** Opened together when the stage begins; the lead goes on when all have answered. */
    branches: z.array(Branch).default([]),
    /** A public posting (niêm yết) that runs inside the stage's own limit. */
    posting: z.strictObject({ limit: Limit, legalBasis: basis, confidence: Confidence }).optional(),
    confidence: Confidence.optional(),
  })
  .meta({ id: 'Stage' })
export type Stage = z.infer<typeof Stage>

/** Where an opinion must be asked, and what silence means. Deemed consent needs the law that says so (NĐ 61/2018 art. 19.5 gives none). */
export const PlannedConsultation = z
  .strictObject({
    id: code,
    name: text,
    level: Level,
    function: OrganisationFunction,
    /** No unit of the route: the officer names the one to ask, as with a neighbouring commune. */
    chosen: z.boolean().optional(),
    limit: Limit,
    silence: z.enum(['none', 'deemed-consent']),
    legalBasis: basis.optional(),
    confidence: Confidence.optional(),
  })
  .meta({ id: 'PlannedConsultation' })
export type PlannedConsultation = z.infer<typeof PlannedConsultation>

/** One paper of the dossier (thành phần hồ sơ): how many originals, certified copies and copies. */
export const Component = z
  .strictObject({
    id: code,
    name: text,
    form: z.string().optional(),
    required: z.boolean(),
    /** Shown for comparison and handed back at once. */
    presentOnly: z.boolean().default(false),
    condition: z.string().optional(),
    originals: z.int().min(0),
    certifiedCopies: z.int().min(0),
    copies: z.int().min(0),
  })
  .meta({ id: 'Component' })
export type Component = z.infer<typeof Component>

/** A fee by channel and period; `amount` in đồng, for one dossier or one counted unit. */
export const Fee = z
  .strictObject({
    id: code,
    name: text,
    channels: z.array(Channel).min(1),
    from: Day,
    to: Day.nullable(),
    amount: z.int().min(0),
    per: z.enum(['dossier', 'page', 'copy']).default('dossier'),
    /** For fees per page: a later page costs `amountFrom.amount` from page `amountFrom.page` on, never more than `cap`. */
    amountFrom: z.strictObject({ page: z.int().min(2), amount: z.int().min(0) }).optional(),
    cap: z.int().positive().optional(),
    due: z.enum(['acceptance', 'return']),
    basis,
    confidence: Confidence,
  })
  .meta({ id: 'Fee' })
export type Fee = z.infer<typeof Fee>

/** What one stage or branch gives by itself; its `originals` are among those of the whole result. */
const ResultPart = z.strictObject({ id: code, name: text, of: code, originals: z.int().min(0), confidence: Confidence })

/** A longer or shorter limit that the procedure's own law names: verification, urgent, complex. */
export const LimitVariant = z
  .strictObject({
    id: code,
    name: text,
    statutory: Limit,
    /** The stage that gets what it has beyond the sum of the stages; without it the last one. */
    stage: code.optional(),
    legalBasis: basis,
  })
  .meta({ id: 'LimitVariant' })
export type LimitVariant = z.infer<typeof LimitVariant>

/**
 * One version of an administrative procedure, as announced (QĐ công bố). A published version never changes; dossiers keep
 * the version in force at their acceptance. The posted components are those of NĐ 63/2010 art. 8.
 */
export const ProcedureVersion = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9.-]+@\d{4}-\d{2}-\d{2}(\.\d+)?$/),
    code,
    name: text,
    field: z.strictObject({ code, name: text }),
    decision: z.strictObject({ number: text, confidence: Confidence }),
    legalBasis: z.array(basis).min(1),
    confidence: Confidence,
    note: z.string().optional(),
    /** Facts looked for and not found. Nothing stands in their place: whoever publishes reads them first. */
    gaps: z.array(text).optional(),
    validFrom: Day,
    validTo: Day.nullable(),
    /** Levels whose desks receive it, and whether any desk of the province may (NĐ 118/2025). */
    receivedAt: z.array(Level).min(1),
    boundaryFree: z.boolean().default(false),
    subject: z.array(z.enum(['citizen', 'business', 'household-business', 'organisation'])).min(1),
    channels: z.array(Channel).min(1),
    online: z.strictObject({
      legacyLevel: z.int().min(1).max(4),
      scope: z.enum(['information', 'partial', 'full']),
    }),
    steps: z.array(text).min(1),
    ways: z.array(text).min(1),
    sets: z.int().min(1),
    conditions: z.array(text).default([]),
    /** The published limit: one limit, or what the stages sum up to (mixed units). */
    limit: z.strictObject({
      statutory: z.union([Limit, z.literal('sum-of-stages')]),
      committed: Limit.optional(),
      variants: z.array(LimitVariant).default([]),
      /** Arrivals at or after this time count as received on the next working day. */
      cutOff: z.strictObject({ at: TimeOfDay, legalBasis: basis }).optional(),
    }),
    /** Where the procedure's law says other than the rule set about a supplement. */
    supplement: z
      .strictObject({
        authorityLimit: Limit.optional(),
        citizenWindow: Limit.optional(),
        clock: z.enum(['restart', 'resume']).optional(),
        legalBasis: basis,
      })
      .optional(),
    financialObligation: z
      .strictObject({
        pausesClock: z.boolean(),
        from: z.enum(['notice', 'sent-to-tax']).default('notice'),
        legalBasis: basis,
      })
      .optional(),
    /** Settled on the spot by the desk (NĐ 61/2018 art. 17.5): the receiving officer may sign. */
    deskSettles: z.boolean().default(false),
    /** No receipt unless asked for (NĐ 61/2018 art. 17.4). */
    receiptOnRequest: z.boolean().default(false),
    intakeCheck: Limit.optional(),
    /** Where the law lets the applicant go ahead when the authority stays silent for so long. */
    silence: z
      .strictObject({ effect: z.literal('deemed-approval'), after: Limit, legalBasis: basis, confidence: Confidence })
      .optional(),
    consultations: z.array(PlannedConsultation).default([]),
    route: z.array(Stage).min(1),
    components: z.array(Component).min(1),
    fees: z.array(Fee),
    /** JSON Schema 2020-12 of the form, and hints for drawing it. */
    form: z.strictObject({ schema: z.record(z.string(), z.unknown()), ui: z.record(z.string(), z.unknown()) }),
    result: z.strictObject({
      name: text,
      originals: z.int().min(0),
      validity: z.string().optional(),
      /** Results of single stages or branches (`of`) that may be given out as soon as that work is done, before the whole. */
      parts: z.array(ResultPart).min(1).optional(),
    }),
  })
  .meta({ id: 'ProcedureVersion' })
export type ProcedureVersion = z.infer<typeof ProcedureVersion>
