import { type Given, type Invariant, type Offender, together } from '../invariant.ts'
import { heardBy, lettersOf } from './heard-by.ts'

const told = `
  select subject as id, string_agg(distinct split_part(cause, '/', 3) || '/' || split_part(cause, '/', 4), ' ') as causes
  from notice where recipient = 'applicant' and cause like 'casework.dossier.v1/%' group by subject`
const prepared = `
  select n.id, 'prepared, and no message was made of it' as why from notice n
  where n.state = 'prepared' and not exists (select from message m where m.notice_id = n.id)`
const unproved = `
  select m.id, m.state || ' by ' || m.channel || ' without any proof' as why from message m
  where m.channel <> 'in-app' and m.state in ('sent', 'delivered') and not exists (select from attempt a where a.message_id = m.id)`
// Nothing left to do by itself: undelivered ones wait for people, who see them in a list.
const unsent = `
  select id, 'a notice still waits' as why from notice where state = 'waiting'
  union all
  select id, 'a message is still ' || state from message where state in ('awaiting-letter', 'queued', 'sending') or (state = 'ambiguous' and next_at is not null)
  union all
  select id, 'a letter is still ' || state from letter where state in ('drafted', 'awaiting-signature')`

export const messages: Invariant = {
  name: 'messages',
  vi: 'Mọi thông báo phải gửi đều đã được lập, gửi đúng một lần và có bằng chứng; không có thông báo thừa.',
  en: 'Messages intended are messages sent: each once, with proof, and none that nothing asked for.',
  source: 'NĐ 61/2018 Đ17, Đ19, Đ20; NĐ 224/2026 Đ15.1g; table of tellings in packages/contracts',
  look: async (given) => {
    const { snapshot, form } = given
    const questions = [prepared, unproved, ...(form === 'quiescent' ? [unsent] : [])]
    const found = await Promise.all(questions.map((question) => snapshot.ask<Offender>('notifications', question)))
    return together(await intended(given), { examined: 0, offenders: found.flat() })
  },
}

/** What each line asks for against what is written down, up to the line notifications has heard. */
const intended = async ({ snapshot, records }: Given) => {
  const heard = await heardBy(snapshot, 'notifications', 'notifications.dossier')
  const letters = await lettersOf(snapshot)
  const rows = await snapshot.ask<{ id: string; causes: string }>('notifications', told)
  const causesOf = new Map(rows.map(({ id, causes }) => [id, new Set(causes.split(' '))]))
  const offenders: Offender[] = []
  let examined = 0
  for (const [id, owed] of Object.entries(records.owed)) {
    const upTo = heard.get(id) ?? 0
    const causes = causesOf.get(id) ?? new Set<string>()
    const wanted = owed.notices.filter(([seq]) => seq <= upTo).map(([seq, template]) => `${seq}/${template}`)
    examined += wanted.length
    for (const one of wanted) if (!causes.delete(one)) offenders.push({ id, why: `nobody noted to tell of ${one}` })
    for (const one of causes) offenders.push({ id, why: `told of ${one}, which nothing asks for` })
    for (const [seq, kind] of owed.letters)
      if (seq <= upTo && !letters.delete(`${id} ${seq} ${kind}`))
        offenders.push({ id, why: `line ${seq} asks for the letter ${kind}` })
  }
  for (const key of letters.keys())
    offenders.push({ id: key.split(' ')[0] ?? key, why: `the letter ${key} nothing asks for` })
  return { examined, offenders }
}
