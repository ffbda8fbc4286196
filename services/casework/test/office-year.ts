import assert from 'node:assert/strict'
import { type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { DossierCommand } from '@dossier/contracts/dossier-command'
import type { Count } from '@dossier/contracts/dossier-event'
import { dayFrom, momentOn, numberOf, whyOff } from '@dossier/domain/calendar'
import { requestHash } from '@dossier/platform/canonical-json'
import { as } from '@dossier/platform/testing'
import { uuidv7 } from 'uuidv7'
import { sweepOnce } from '../src/sweeper.ts'
import { newDossier, type Shop } from './one-stop-shop.ts'

/** Whether a dossier is done well before its day, on that very day, or after it. */
export type Fate = 'in-time' | 'on-the-day' | 'late'
export type Lived = { id: DossierId; fate: Fate }

const desk = 'xa-ia-grai.intake'
const procedures = ['1.001776', 'fx.gcn-qsdd-lan-dau', 'fx.tro-cap-khang-chien', '1.009994', '1.001612']
/** Who works at a unit, who signs its results, and who finds the apologies it owes on the desk. */
const staff: Record<string, { officer: string; signer: string }> = {
  'H21.91.01': { officer: desk, signer: '' },
  'H21.91.03': { officer: 'xa-ia-grai.economy', signer: 'xa-ia-grai.economy-head' },
  'H21.91.04': { officer: 'xa-ia-grai.social', signer: 'xa-ia-grai.chairman' },
  'H21.91': { officer: 'xa-ia-grai.office', signer: 'xa-ia-grai.chairman' },
  'H21.60.01': { officer: 'khu-vuc-ia-grai.land-office', signer: '' },
  'H21.71': { officer: 'gia-lai.home-affairs-2025', signer: 'gia-lai.home-affairs-2025-director' },
}
const leaders = [
  ['H21.91', 'xa-ia-grai.chairman'],
  ['H21.60.01', 'khu-vuc-ia-grai.land-office-head'],
  ['H21.71', 'gia-lai.home-affairs-2025-director'],
] as const

/** The same numbers between 0 and 1 for the same seed. */
const chances = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Year = {
  shop: Shop
  dossiers: number
  seed: number
  leadersSign: boolean
  /** What becomes of an apology that is signed; without it letter and messages leave at once. */
  send?: (id: DossierId) => Promise<void>
}

/**
 * A year at the desk of Ia Grai, working day by working day, on the real ledger: dossiers of five procedures, of which every
 * twentieth is late and every twentieth just in time. Alarms sound at their moments; each morning the leaders, if they do, sign what
 * was drafted until the day before.
 */
export const liveAYear = async ({ shop, dossiers, seed, leadersSign, send }: Year): Promise<Lived[]> => {
  const chance = chances(seed)
  const calendar = shop.books.calendarOn('2026-06-30')
  const days: string[] = []
  for (let number = numberOf('2025-07-01'); number <= numberOf('2026-06-30'); number += 1)
    if (whyOff(number, calendar) === undefined) days.push(dayFrom(number))
  const indexOf = new Map(days.map((day, i) => [day, i]))
  const work = new Map<number, { at: '10:00' | '14:00'; does: () => Promise<unknown> }[]>()
  const later = (day: number, at: '10:00' | '14:00', does: () => Promise<unknown>) =>
    void work.set(day, [...(work.get(day) ?? []), { at, does }])
  const lived: Lived[] = []

  const act = async (dossierId: DossierId, officer: string, wish: (typeof DossierCommand)['_zod']['input']) => {
    const command = DossierCommand.parse(wish)
    const caller = { subject: `officer:${officer}`, kind: 'officer' } as const
    const answer = await shop.ledger({ dossierId, key: uuidv7(), requestHash: requestHash(command), caller, command })
    assert('version' in answer, `${wish.type} by ${officer} at ${shop.time.now}: ${JSON.stringify(answer)}`)
    return answer.lines
  }

  const takeIn = async (today: number, fate: Fate, procedure: string) => {
    shop.intake.procedure = procedure
    const id = newDossier()
    lived.push({ id, fate })
    const accepted = (await act(id, desk, { type: 'Accept' })).map(({ event }) => event)
    const counted = accepted.find((event) => event.type === 'DossierAccepted')
    assert(counted?.type === 'DossierAccepted')
    plan(id, today, fate, counted.count)
  }

  /** How long it stays at each stage is decided here, by chance; the last stage signs. */
  const plan = (id: DossierId, today: number, fate: Fate, { due, stages }: Count) => {
    const ends = stages.map((stage) => indexOf.get(stage.due.on) ?? today)
    const stays = ends.map((end, i) => Math.floor(chance() * 0.95 * (end - (ends[i - 1] ?? today))))
    const sum = stays.reduce((total, stay) => total + stay, 0)
    const dueDay = indexOf.get(due.on) ?? 0
    const slow = Math.floor(chance() * stays.length)
    const target = fate === 'late' ? dueDay + 1 + Math.floor(chance() * 6) : dueDay
    if (fate !== 'in-time') stays[slow] = (stays[slow] ?? 0) + target - today - sum
    let day = today
    for (const [i, { unit }] of stages.entries()) {
      const before = i === 0 ? 'H21.91.01' : (stages[i - 1]?.unit ?? '')
      if (unit !== before)
        later(day, '10:00', async () => {
          await act(id, staff[before]?.officer ?? '', { type: 'OfferHandover', to: unit, originals: [] })
          await act(id, staff[unit]?.officer ?? '', { type: 'AcceptHandover' })
        })
      day += stays[i] ?? 0
    }
    const { officer = '', signer = '' } = staff[stages.at(-1)?.unit ?? ''] ?? {}
    later(day, '14:00', async () => {
      await act(id, officer, { type: 'Propose', outcome: 'granted' })
      await act(id, signer, { type: 'Sign', outcome: 'granted', number: '1' })
      await act(id, desk, { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true })
    })
  }

  const sweep = async () => {
    const report = (trouble: unknown) => {
      throw new Error('An alarm could not be sounded', { cause: trouble })
    }
    while ((await sweepOnce({ ...shop, graceMs: 0, report })) > 0);
  }
  const signDrafts = async () => {
    for (const [organisation, leader] of leaders) {
      const who = `officer:${leader}`
      const { rows } = (
        await shop.app.inject({ url: `/apologies?organisation=${organisation}`, headers: as(who) })
      ).json<{ rows: { id: DossierId }[] }>()
      for (const { id } of rows) {
        const of = (await act(id, leader, { type: 'Reappoint' })).at(-1)?.seq ?? 0
        await (send ?? (() => sentAtOnce(id, of)))(id)
      }
    }
  }
  const sentAtOnce = async (dossierId: DossierId, of: number) => {
    const command = { type: 'RecordApologySent', of, sentAt: shop.time.now } as const
    const caller = { subject: 'service:notifications', kind: 'service' } as const
    await shop.ledger({ dossierId, key: uuidv7(), requestHash: requestHash(command), caller, command })
  }
  const workAt = async (today: number, at: '10:00' | '14:00') => {
    for (const one of work.get(today) ?? []) if (one.at === at) await one.does()
  }

  const taking = days.length - 45 // the last ones are done before the year ends
  for (const [today, day] of days.entries()) {
    const clock = (time: string) => void (shop.time.now = momentOn(day, time))
    clock('07:30')
    if (leadersSign) await signDrafts()
    await sweep()
    clock('09:00')
    while (lived.length < dossiers && lived.length < (dossiers * (today + 1)) / taking) {
      const fates: Partial<Record<number, Fate>> = { 0: 'late', 10: 'on-the-day' }
      const procedure = procedures[Math.floor(chance() * procedures.length)] ?? ''
      await takeIn(today, fates[lived.length % 20] ?? 'in-time', procedure)
    }
    for (const at of ['10:00', '14:00'] as const) {
      clock(at)
      await workAt(today, at)
      await sweep()
    }
    clock('17:00')
    await sweep()
  }
  return lived
}

/** Every record of the ledger, line by line. */
export const recordsOf = async ({ db }: Shop): Promise<Map<string, DossierMessage[]>> => {
  const { rows } = await db.query<{ body: unknown }>('select body from dossier_event order by dossier_id, seq')
  const records = new Map<string, DossierMessage[]>()
  for (const { body } of rows) {
    const line = DossierMessage.parse(body)
    const record = records.get(line.dossierId) ?? []
    if (record.push(line) === 1) records.set(line.dossierId, record)
  }
  return records
}
