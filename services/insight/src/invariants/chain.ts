import { type Invariant, type Offender, together } from '../invariant.ts'

const guards = [
  'dossier_event_stays',
  'custody_fact_stays',
  'custody_fact_stays_whole',
  'scan_stays',
  'scan_stays_whole',
]
const guarded = `
  select t.tgname as name, t.tgenabled as is from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and not t.tgisinternal`

export const chain: Invariant = {
  name: 'chain',
  vi: 'Chuỗi kiểm toán không đứt: mỗi bảng cân đối ngày nối với ngày trước, chữ ký đúng, và hồ sơ của những ngày đó chưa bị sửa.',
  en: 'The audit chain is unbroken: each day’s sheet names the one before, its signature is good, the records of its day are as they were, and records are guarded against change.',
  source: 'NĐ 61/2018 Đ5.1c; decision 0023',
  look: async ({ snapshot, chain: verify }) => {
    const triggers = await Promise.all(
      (['casework', 'postal'] as const).map((owner) => snapshot.ask<{ name: string; is: string }>(owner, guarded)),
    )
    const on = new Set(triggers.flat().flatMap(({ name, is }) => (is === 'O' || is === 'A' ? [name] : [])))
    const offenders: Offender[] = guards
      .filter((name) => !on.has(name))
      .map((id) => ({ id, why: 'this guard of the records is off' }))
    return together({ examined: guards.length, offenders }, await verify())
  },
}
