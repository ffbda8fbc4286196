import type { Invariant, Offender } from '../invariant.ts'
import { heardBy, lettersOf } from './heard-by.ts'

const apologies = ['apology', 'loss-apology']

export const apology: Invariant = {
  name: 'apology',
  vi: 'Mọi trường hợp trễ hạn đều được ghi nhận; thư xin lỗi được soạn, ký và phát hành đầy đủ.',
  en: 'Lateness is recorded wherever a day has passed, verdicts follow from the dates, and every apology has its letter.',
  source: 'NĐ 61/2018 Đ19.9, Đ21; decision 0020',
  look: async ({ snapshot, form, records }) => {
    const heard = await heardBy(snapshot, 'notifications', 'notifications.dossier')
    const letters = await lettersOf(snapshot)
    const offenders: Offender[] = [...records.found.lateness]
    let examined = records.dossiers
    for (const [id, { letters: owed }] of Object.entries(records.owed))
      for (const [seq, kind] of owed) {
        if (!apologies.includes(kind) || seq > (heard.get(id) ?? 0)) continue
        examined += 1
        const state = letters.get(`${id} ${seq} ${kind}`)
        if (state === undefined) offenders.push({ id, why: `line ${seq} owes the letter ${kind}, and none is drafted` })
        else if (form === 'quiescent' && state !== 'issued')
          offenders.push({ id, why: `the letter ${kind} of line ${seq} is ${state}` })
      }
    return { examined, offenders }
  },
}
