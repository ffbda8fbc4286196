import type { Mail } from './mailbox.ts'
import type { Behaviour } from './smtp.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`)
const wall = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const page = (title: string, body: string) => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse}
td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:left}iframe{width:100%;height:38rem;border:1px solid #bbb}
pre{white-space:pre-wrap;border:1px solid #bbb;padding:1rem}</style></head>
<body><h1>${escaped(title)}</h1>
${body}
</body></html>`

export const listPage = (mails: readonly Mail[], behaviour: Behaviour): string =>
  page(
    'Hộp thư thử nghiệm',
    `<p>${behaviour.down ? '■ Máy chủ thư đang ngừng.' : '● Máy chủ thư đang hoạt động.'} ${mails.length} thư.</p>
<table><thead><tr><th>Lúc</th><th>Gửi đến</th><th>Tiêu đề</th><th>Đính kèm</th></tr></thead><tbody>
${mails
  .toReversed()
  .map(
    ({ n, at, to, subject, attachments }) =>
      `<tr><td>${wall(at)}</td><td>${escaped(to.join(', '))}</td><td><a href="/messages/${n}">${escaped(subject)}</a></td><td>${attachments.length}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`,
  )

export const mailPage = ({ n, at, from, to, subject, text, html, attachments }: Mail): string =>
  page(
    subject,
    `<p><a href="/">← Hộp thư</a></p>
<p>Từ ${escaped(from)} · Đến ${escaped(to.join(', '))} · ${wall(at)}</p>
${attachments.length === 0 ? '' : `<ul>${attachments.map(({ name, type, bytes }, place) => `<li><a href="/messages/${n}/attachments/${place}">${escaped(name)}</a> (${escaped(type)}, ${bytes.length} B)</li>`).join('')}</ul>`}
${html === '' ? '' : `<h2>HTML</h2><iframe sandbox src="/messages/${n}/html" title="Nội dung thư"></iframe>`}
<h2>Văn bản</h2><pre>${escaped(text)}</pre>`,
  )
