import { type Call, names } from './calls.ts'
import type { Parcel } from './parcels.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`)

const wall = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const row = ({ trackingCode, parcel, statuses, cancelled, behaviour }: Parcel, calls: readonly Call[]) => {
  const last = statuses.at(-1)
  const own = calls.filter((call) => call.trackingCode === trackingCode)
  const heard = own.filter(({ answer }) => answer === 'success').length
  const state = cancelled ? 'Đã hủy đơn' : last === undefined ? 'Chưa có' : (names[last.code] ?? last.code)
  return `<tr><td>${[
    escaped(trackingCode),
    escaped(parcel),
    escaped(state),
    last === undefined ? '' : wall(last.at),
    escaped(behaviour.journey),
    `${heard}/${own.length}`,
  ].join('</td><td>')}</td></tr>`
}

/** What this carrier has, for a person to look at; nobody's name is on it. */
export const pageOf = (parcels: readonly Parcel[], calls: readonly Call[], isDown: boolean): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="5">
<title>Hãng vận chuyển mô phỏng</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse}
td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;font-variant-numeric:tabular-nums}</style>
<h1>Hãng vận chuyển mô phỏng</h1>
<p>${isDown ? '■ Đang ngừng: mọi câu hỏi được trả lời 503.' : '● Đang hoạt động.'} ${parcels.length} bưu gửi.</p>
<table><thead><tr><th>Mã vận đơn</th><th>Mã bưu gửi</th><th>Trạng thái</th><th>Lúc</th><th>Hành trình</th><th>Đã báo</th></tr></thead>
<tbody>${parcels.map((parcel) => row(parcel, calls)).join('\n')}</tbody></table>
</html>`
