import type { PostalClasses } from '@dossier/contracts/postal-class'
import { makePrinter, type Printer } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { FileStore } from '@dossier/platform/file-store'
import type { Pool } from 'pg'
import type { Published } from './published.ts'
import type { Contract } from './carriers/deps.ts'
import { addresses } from './routes/addresses.ts'
import { carrierHooks } from './routes/carrier-hooks.ts'
import { carriers } from './routes/carriers.ts'
import { collections } from './routes/collections.ts'
import { compensation } from './routes/compensation.ts'
import { complaints } from './routes/complaints.ts'
import { custody } from './routes/custody.ts'
import { dispatches } from './routes/dispatches.ts'
import { incidents } from './routes/incidents.ts'
import { manifests } from './routes/manifests.ts'
import { operations } from './routes/operations.ts'
import { papers } from './routes/papers.ts'
import { parcels } from './routes/parcels.ts'
import { postalReports } from './routes/postal-reports.ts'
import { promises } from './routes/promises.ts'
import { proofs } from './routes/proofs.ts'
import { records } from './routes/records.ts'
import { scans } from './routes/scans.ts'
import { sheets } from './routes/sheets.ts'
import { transfers } from './routes/transfers.ts'

export type Deps = {
  db: Pool
  clock: Clock
  published: Published
  /** The published postal classes with their promises. */
  classes: PostalClasses
  /** Told after each commit that has something to announce. */
  told?: () => void
  /** How far a scanner's clock may be ahead. */
  toleranceMs?: number
  /** Other carriers, by name. */
  contracts?: ReadonlyMap<string, Contract>
  /** How long they may say nothing of a parcel before they are asked. */
  quietMs?: number
  /** Its thread begins with the first paper. */
  printer?: Printer
  /** Where signed papers lie, under their digests. */
  files: FileStore
}
/** What every route is given. */
export type Inside = Required<Deps>

export const buildApp = (deps: Deps, options?: ServerOptions) => {
  const inside: Inside = {
    told: () => {},
    toleranceMs: 300_000,
    contracts: new Map(),
    quietMs: 86_400_000,
    printer: makePrinter(),
    ...deps,
  }
  return createServer({ name: 'postal', ...options })
    .register(collections, inside)
    .register(parcels, inside)
    .register(addresses, inside)
    .register(papers, inside)
    .register(scans, inside)
    .register(proofs, inside)
    .register(sheets, inside)
    .register(manifests, inside)
    .register(records, inside)
    .register(promises, inside)
    .register(transfers, inside)
    .register(dispatches, inside)
    .register(custody, inside)
    .register(incidents, inside)
    .register(complaints, inside)
    .register(compensation, inside)
    .register(postalReports, inside)
    .register(carriers, inside)
    .register(carrierHooks, inside)
    .register(operations, inside)
}
