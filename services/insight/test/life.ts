import assert from 'node:assert/strict'
import type { Actor } from '@dossier/contracts/actor'
import { DossierId, type DossierMessage } from '@dossier/contracts/dossier'
import { DossierCommand } from '@dossier/contracts/dossier-command'
import { alarmPlan } from '@dossier/domain/alarm-plan'
import { axesOf } from '@dossier/domain/axes'
import { dayOf } from '@dossier/domain/calendar'
import { decide } from '@dossier/domain/decide'
import { codePlaceholder } from '@dossier/domain/decisions/intake'
import type { Dossier } from '@dossier/domain/dossier'
import { evolve, type Recorded } from '@dossier/domain/evolve'
import type { Law } from '@dossier/domain/law'
import { ancestors } from '@dossier/domain/organisations'
import { permits, relationsOf } from '@dossier/domain/permissions'
import { ruleSetOn, ruleSets } from '@dossier/domain/rule-set'
import { calendar, officers, organisations, procedure } from './law.ts'

type Wish = (typeof DossierCommand)['_zod']['input']
/** A life: its lines as the ledger tells them, which of them each command wrote, and where it stands in the end. */
export type Life = {
  id: string
  dossier: Dossier
  messages: DossierMessage[]
  effects: { first: number; last: number }[]
}

const desk = 'H21.08.10.01'

/** Plays a dossier by the law itself, as the ledger does; every officer acts by a mandate of the catalogue. */
export const begin = (id: string, code: string, at: string) => {
  let dossier: Dossier | undefined
  const messages: DossierMessage[] = []
  const effects: Life['effects'] = []
  const record: Recorded[] = []

  const lawAt = (now: string): Law => {
    const ruleSet = dossier?.pinned == null ? ruleSetOn(dayOf(now)) : ruleSets[dossier.pinned.ruleSet]
    return { procedure, calendar, ruleSet, organisations }
  }
  const actorOf = (who: string, type: DossierCommand['type']): Actor => {
    if (who.startsWith('service:')) return { person: who.slice(8), role: 'system', organisation: 'system' }
    for (const { role, organisation } of officers.get(who)?.mandates ?? []) {
      const above = (a: string, b: Dossier['holder']) => ancestors(organisations, b).some((one) => one.code === a)
      if (permits(type, role, relationsOf(dossier, organisation, above)) === 'permitted')
        return { person: who, role, organisation }
    }
    throw new Error(`${who} may not ${type}`)
  }
  const act = (now: string, who: string, wish: Wish): void => {
    const command = DossierCommand.parse(wish)
    const actor = actorOf(who, command.type)
    const brought = Object.fromEntries(procedure.components.map((one) => [one.id, now]))
    const application = { complete: true, brought, feesOwed: [], originals: [] }
    const context = { now, actor, law: lawAt(now), version: messages.length, record, application, worksAt: () => true }
    const decision = decide(dossier, command, context)
    assert('events' in decision, `${command.type} by ${who} at ${now}: ${JSON.stringify(decision)}`)
    const first = messages.length + 1
    for (const event of decision.events) {
      const coded =
        event.type === 'DossierAccepted' ? { ...event, code: event.code.replace(codePlaceholder, code) } : event
      record.push({ event: coded, at: now, person: actor.person })
      dossier = evolve(dossier, { event: coded, at: now, person: actor.person })
      assert(dossier !== undefined)
      const law = lawAt(now)
      const told = { axes: axesOf(dossier, law), alarms: alarmPlan(dossier, law), moves: true }
      messages.push({ dossierId: DossierId.parse(id), seq: messages.length + 1, at: now, actor, event: coded, ...told })
    }
    effects.push({ first, last: messages.length })
  }
  const soundUntil = (until: string): void => {
    for (;;) {
      const alarm = dossier === undefined ? undefined : alarmPlan(dossier, lawAt(until))[0]
      if (alarm === undefined || alarm.at > until) return
      act(alarm.at, 'service:conductor', { type: 'SoundAlarm', alarmId: alarm.id })
    }
  }
  const { code: name } = procedure
  act(at, 'service:casework', {
    type: 'Open',
    procedure: name,
    channel: 'desk',
    receivingDesk: desk,
    submittedAt: at,
    applicant: null,
  })
  const told = (): Life => {
    assert(dossier !== undefined)
    return { id, dossier, messages, effects }
  }
  return { act, soundUntil, told, lawAt }
}
