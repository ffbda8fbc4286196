import type { Figures } from '@dossier/domain/figures'
import type { WorkUnit } from '@dossier/domain/figures-work-units'
import type { StackPlan } from '../stack-plan.ts'
import type { Servers } from './servers.ts'
import type { Answered, Line, People, Person } from './people.ts'

/** One acceptance scenario: what it is about, at which local minute it begins, and how it is played. */
export type Scenario = {
  id: string
  title: string
  begins: string
  /** Takes servers away: it needs a stack of its own process. */
  takesServers?: true
  play: (stage: Stage) => Promise<void>
}

/** What a scenario promises, and what was found; it fails where the two differ. */
export type Check = { what: string; expected: unknown; found: unknown }

/** What a scenario is played on: people who act through public HTTP, and a clock that stands still until it is moved. */
export type Stage = {
  plan: StackPlan
  people: People
  servers: Servers
  now: () => string
  /** On to a local minute, everything due in between at its own; then the act, whose lines are told and given. */
  at: (local: string, say: string, does?: () => Promise<unknown>) => Promise<Line[]>
  /** Waits until all has been told that is to be told. */
  settle: () => Promise<void>
  promises: (what: string, found: unknown, expected: unknown) => void
  /** The service must refuse, with this code; what was asked must have had no effect is for the scenario to look at. */
  refuses: (what: string, code: string, asks: () => Promise<Answered>) => Promise<void>
  /** A dossier as somebody sees it; throws where that person may not. */
  sees: (person: Person, dossierId: string) => Promise<DossierSeen>
  /** The statistics of whole local days, `to` left out, recounted from the records of these dossiers. */
  figures: (dossierIds: readonly string[], from: string, to: string) => Promise<Figures>
  /** What a dossier was to each agency over whole local days, `to` left out: a leg is a work unit of its agency. */
  workUnits: (dossierId: string, from: string, to: string) => Promise<WorkUnit[]>
  /** The alarms of a dossier that rang since the story began: kind and local minute, in order. */
  rang: (dossierId: string) => string[]
}

/** The parts of a dossier's view that stories look at. */
export type DossierSeen = {
  axes: Line['axes'] & Record<string, unknown>
  light: string
  alarms: { id: string; kind: string; at: string }[]
  count: {
    due: { on: string }
    committed?: { on: string }
    provisional: boolean
    stages: { id: string; due: { on: string } }[]
  } | null
  appointment: { on: string } | null
  timeline: { seq: number; at: string; actor: Line['actor']; event: Line['event']; note: string | null }[]
} & Record<string, unknown>
