import * as z from 'zod'
import { Confidence, Day, Session } from './time.ts'

/** Code of an organisation or unit, as in a dossier's code: `H21.08.05`. */
export const OrganisationCode = z
  .string()
  .regex(/^H\d{2}(\.\d{2}){0,4}$/)
  .brand('OrganisationCode')
export type OrganisationCode = z.infer<typeof OrganisationCode>

/** Levels are rows of a tree with dates, not control flow: three until 30/06/2025, two after. */
export const Level = z.enum(['ministry', 'province', 'district', 'commune'])
export type Level = z.infer<typeof Level>

/** What a unit is for. A route names level and function; the tree tells which unit that is, for one desk on one day. */
export const OrganisationFunction = z.enum([
  'peoples-committee',
  'desk',
  'office',
  'justice',
  'labour',
  'environment',
  'construction',
  'finance',
  'home-affairs',
  'culture',
  'land-office',
  'tax',
  'social-insurance',
  'police',
  'fire-police',
  'forestry',
  'health',
  'post',
])
export type OrganisationFunction = z.infer<typeof OrganisationFunction>

/**
 * One date on which an office keeps other hours than those of its week, and the document that says so: closed where there is
 * no session. It moves hours, never working days: a desk open on a Saturday makes no working day.
 */
export const OfficeException = z
  .strictObject({
    day: Day,
    sessions: z.array(Session),
    document: z.string().min(1).max(200),
    confidence: Confidence,
    /** The day it was announced; null where that was not found: then it is known from the beginning of the record. */
    knownSince: Day.nullable(),
  })
  .meta({ id: 'OfficeException' })
export type OfficeException = z.infer<typeof OfficeException>

/** An agency or unit (cơ quan, đơn vị), from its first to its last day, and who takes over then. */
export const Organisation = z
  .strictObject({
    code: OrganisationCode,
    name: z.string().min(1),
    level: Level,
    function: OrganisationFunction,
    /** One unit, several functions: a commune's economic division (Phòng Kinh tế) is finance, construction and land at once. */
    alsoFor: z.array(OrganisationFunction).optional(),
    /** A regional unit (khu vực) hangs under the province and works for these authorities alone. */
    serves: z.array(OrganisationCode).optional(),
    parent: OrganisationCode.nullable(),
    /** A desk mints dossier codes under this code: that of the authority it belongs to. */
    mintsAs: OrganisationCode.optional(),
    validFrom: Day,
    validTo: Day.nullable(),
    successors: z.array(OrganisationCode).default([]),
    sessions: z.array(Session).min(1),
    exceptions: z.array(OfficeException).optional(),
    /** The published number to ask at (NĐ 61/2018 art. 9.7). */
    phone: z
      .string()
      .regex(/^[0-9 .]{3,30}$/)
      .optional(),
    confidence: Confidence,
    source: z.string().optional(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

/** What a person may be in an organisation; the permission table speaks of these. */
export const Role = z.enum([
  'intake-officer',
  'one-stop-head',
  'case-officer',
  'unit-head',
  'signatory',
  'records-clerk',
  'fee-collector',
  'postal-worker',
  'consulted-officer',
  'tax-officer',
  'procedure-control',
  'inspector',
  'system-admin',
])
export type Role = z.infer<typeof Role>

/** In which role a person acts for an organisation, from its first to its last day. */
export const Mandate = z
  .strictObject({
    role: Role,
    organisation: OrganisationCode,
    from: Day,
    to: Day.nullable(),
  })
  .meta({ id: 'Mandate' })
export type Mandate = z.infer<typeof Mandate>

/** An officer's account and mandates. `title` is the office held; names of people stay in the identity provider. */
export const Officer = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,60}$/),
    title: z.string().min(1),
    mandates: z.array(Mandate).min(1),
  })
  .meta({ id: 'Officer' })
export type Officer = z.infer<typeof Officer>
