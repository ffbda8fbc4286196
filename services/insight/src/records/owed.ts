import { tellings, tellingsOf } from '@dossier/contracts/telling'
import type { Telling, TellingRule } from '@dossier/contracts/telling-shapes'
import { dayOf } from '@dossier/domain/calendar'
import { goesToAnotherOffice, letterDue } from '@dossier/domain/letters-due'
import type { OrganisationTree } from '@dossier/domain/organisations'
import type { Line, Step } from './filed.ts'

/** What must be told to the citizen and which letters must be drafted because of one dossier's lines, by line. */
export type Owed = {
  notices: readonly (readonly [seq: number, template: string])[]
  letters: readonly (readonly [seq: number, kind: string])[]
}

/** What follows from the table of tellings and the list of letters alone: whoever tells people has no say in it. */
export const owedBy = (steps: readonly Step[], tree: OrganisationTree): Owed => ({
  notices: steps.flatMap(({ line, before }) =>
    tellingsOf(ruleFor(line)).flatMap((telling) =>
      isOwed(telling, line, before?.channel) ? [[line.seq, telling.template] as const] : [],
    ),
  ),
  letters: steps.flatMap(({ line }) => {
    const kind = letterDue(line.event) ?? (goesToAnotherOffice(line.event, tree) ? 'control-sheet' : null)
    return kind === null ? [] : [[line.seq, kind] as const]
  }),
})

const ruleFor = ({ event }: Line): TellingRule => {
  if (event.type !== 'AlarmSounded') return tellings['casework.dossier.v1'][event.type]
  const kinds: Record<string, TellingRule> = tellings.alarms
  return kinds[event.alarm.kind] ?? { nobody: 'a kind of alarm newer than this program' }
}

const isOwed = ({ to, from, when }: Telling, { event, at }: Line, channelBefore: string | undefined) => {
  if (!to.includes('applicant') || (from !== undefined && dayOf(at) < from)) return false
  const channel = event.type === 'DossierOpened' ? event.channel : channelBefore
  switch (when) {
    case undefined:
      return true
    case 'not-at-the-desk':
      return channel !== undefined && channel !== 'desk'
    case 'due-moved':
      return (
        event.type === 'DossierRecounted' && (event.moved ?? ['due']).some((one) => one === 'due' || one === 'firm')
      )
    case 'came-by-post':
    case 'goes-by-post':
    case 'parcel-with-result':
    case 'parcel-with-application':
    case 'parcel-with-papers':
    case 'papers-lost':
      return false // told to the post, or told of a parcel
  }
}
