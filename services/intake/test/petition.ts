import { FeedbackMessage } from '@dossier/contracts/feedback'
import { citizen, newKey, type Office, send } from './office.ts'

/** A minute in Vietnam: `2026-08-21 10:00`. */
export const local = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()

/** S13: a Friday; Saturday 22/8 is worked, 31/8 to 2/9 are off. */
export const received = local('2026-08-21 10:00')
/** The desk of the new commune, and its people. */
export const desk = 'H21.91.01'
export const head = 'officer:xa-ia-grai.head'
export const reproached = 'officer:xa-ia-grai.intake'
export const handler = 'officer:xa-ia-grai.intake-2'
export const chairman = 'officer:xa-ia-grai.chairman'

export const petition = {
  agency: desk,
  matter: 'attitude',
  words: 'Công chức tiếp nhận nói năng gắt gỏng.',
  officers: ['xa-ia-grai.intake'],
  contact: { name: 'Nguyễn Thị Hoa', phone: '0912 345 678' },
}
export const answer = {
  type: 'Answer',
  verdict: 'substantiated',
  words: 'Phản ánh đúng; chúng tôi đã chấn chỉnh.',
}

/** What is done about feedback at an office; `nobody` gives it without an account. */
export const feedbackAt = (office: Office) => {
  const at = (when: string) => void (office.time.at = when)
  const give = (more: object = {}, who: string = citizen) => {
    at(received)
    const payload = { ...petition, ...more }
    const headers = { 'idempotency-key': newKey() }
    return who === 'nobody'
      ? office.app.inject({ method: 'POST', url: '/feedback', headers, payload })
      : send(office, who, '/feedback', payload)
  }
  const idOf = async (reference: string): Promise<string> =>
    (await office.db.query('select id from feedback where reference = $1', [reference])).rows[0].id
  const given = async (more: object = {}, who = citizen) => {
    const reference: string = (await give(more, who)).json().reference
    return { reference, id: await idOf(reference) }
  }
  const act = (who: string, id: string, body: object) => send(office, who, `/feedback/${id}/acts`, body)
  const appoint = (id: string, who = head, to = 'xa-ia-grai.intake-2') => act(who, id, { type: 'Appoint', handler: to })
  const asked = (reference: string) => office.app.inject({ url: `/feedback/by-reference/${reference}` })
  const told = async (id: string) =>
    (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(({ body }) =>
      FeedbackMessage.parse(body),
    )
  return { at, give, idOf, given, act, appoint, asked, told }
}
