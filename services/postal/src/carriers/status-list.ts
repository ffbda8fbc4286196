import { readFileSync } from 'node:fs'
import { Confidence } from '@dossier/contracts/time'
import { attemptReasons, scanSteps } from '@dossier/domain/parcel-story'
import * as z from 'zod'

/** What a status of a carrier is to us; null for one that says nothing of custody, as `order created`. */
const CarrierFact = z.strictObject({
  step: z.enum(scanSteps),
  reason: z.enum(attemptReasons).optional(),
  invited: z.boolean().optional(),
})
export type CarrierFact = z.infer<typeof CarrierFact>

/** A carrier's own codes, as data with their sources: its web-hook and its history may speak in different lists. */
const StatusList = z.strictObject({
  carrier: z.string(),
  source: z.string(),
  gaps: z.array(z.string()),
  statuses: z.array(
    z.strictObject({
      list: z.enum(['web-hook', 'history']),
      code: z.string(),
      name: z.string(),
      fact: CarrierFact.nullable(),
      confidence: Confidence,
    }),
  ),
})
export type StatusList = z.infer<typeof StatusList>

/** Reads `data/<carrier>-statuses.json`. Throws where it does not fit, or names a code twice. */
export const readStatusList = (carrier: string): StatusList => {
  const file = new URL(`../../data/${carrier}-statuses.json`, import.meta.url)
  const list = StatusList.parse(JSON.parse(readFileSync(file, 'utf8')))
  const keys = list.statuses.map((one) => `${one.list} ${one.code}`)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (twice !== undefined) throw new Error(`${file.pathname} names ${twice} twice`)
  return list
}

/** What a code means to us: a fact, nothing to record (null), or a code nobody has heard of (undefined). */
export const factOf = (
  { statuses }: StatusList,
  list: 'web-hook' | 'history',
  code: string,
): CarrierFact | null | undefined => statuses.find((one) => one.list === list && one.code === code)?.fact
