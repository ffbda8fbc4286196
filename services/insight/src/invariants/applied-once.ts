import { type Given, type Invariant, type Looked, type Offender, together } from '../invariant.ts'
import type { Owner } from '../snapshot.ts'
import { heardBy } from './heard-by.ts'
import { viewsMatch } from './views-match.ts'

/** Who has told how much of each key, and who hears it by which consumer. */
type Hearing = { teller: Owner; last: string; hearer: Owner; consumer: string }

const dossiers = 'select id, version as last from dossier'
const parcels = 'select id, seq as last from dossier where seq > 0'
const applications = 'select id, seq as last from application'
const feedback = 'select id, seq as last from feedback'
const hearings: readonly Hearing[] = [
  { teller: 'casework', last: dossiers, hearer: 'intake', consumer: 'intake.progress' },
  { teller: 'casework', last: dossiers, hearer: 'postal', consumer: 'postal.dossier' },
  { teller: 'casework', last: dossiers, hearer: 'notifications', consumer: 'notifications.dossier' },
  { teller: 'postal', last: parcels, hearer: 'notifications', consumer: 'notifications.parcel' },
  { teller: 'intake', last: applications, hearer: 'postal', consumer: 'postal.application' },
  { teller: 'intake', last: applications, hearer: 'notifications', consumer: 'notifications.application' },
  { teller: 'intake', last: feedback, hearer: 'notifications', consumer: 'notifications.feedback' },
]

const aside = `
  select coalesce(key, '') as id, 'put aside by ' || consumer || ': ' || topic || ' ' || partition || '/' || position as why from dead_letter`
const parked = (form: Given['form']) => `
  select p.key as id, p.consumer || ' waits for a line before ' || p.seq as why
  from parked p left join inbox i on i.consumer = p.consumer and i.key = p.key
  where ${form === 'quiescent' ? 'true' : 'p.seq <= coalesce(i.seq, 0)'}`
const hearers: readonly Owner[] = ['casework', 'intake', 'postal', 'notifications']

export const appliedOnce: Invariant = {
  name: 'applied-once',
  vi: 'Mỗi sự kiện được áp dụng đúng một lần trong mỗi dữ liệu theo dõi.',
  en: 'Every event is applied once in every view, and each view says what the line it has heard says.',
  source: 'docs: at least once with an outbox and an inbox, so every effect happens once',
  look: async (given) => {
    const { snapshot, form } = given
    const looks = await Promise.all(hearings.map((hearing) => positionsOf(given, hearing)))
    const questions = hearers.flatMap((owner) => [aside, parked(form)].map((text) => ({ owner, text })))
    const waiting = await Promise.all(questions.map(({ owner, text }) => snapshot.ask<Offender>(owner, text)))
    return together(...looks, await viewsMatch(given), { examined: 0, offenders: waiting.flat() })
  },
}

/** At any time a hearer is not ahead of who tells it; when all is quiet it is level, for every key. */
const positionsOf = async ({ snapshot, form }: Given, { teller, last, hearer, consumer }: Hearing): Promise<Looked> => {
  const told = await snapshot.ask<{ id: string; last: number }>(teller, last)
  const heard = await heardBy(snapshot, hearer, consumer)
  const offenders: Offender[] = []
  const known = new Set<string>()
  for (const { id, last: upTo } of told) {
    known.add(id)
    const at = heard.get(id) ?? 0
    if (at > upTo) offenders.push({ id, why: `${consumer} has heard line ${at}, and ${upTo} is the last there is` })
    if (form === 'quiescent' && at < upTo) offenders.push({ id, why: `${consumer} has heard line ${at} of ${upTo}` })
  }
  for (const id of heard.keys())
    if (!known.has(id)) offenders.push({ id, why: `${consumer} has heard of it, and nobody tells of it` })
  return { examined: told.length, offenders }
}
