import { fileAnswer, spreadsheetType } from '@dossier/platform/http'
import type { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Due, Instant } from '@dossier/contracts/time'
import { type Spreadsheet, spreadsheetStream } from '@dossier/documents/spreadsheet'
import { dayOf } from '@dossier/domain/calendar'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Inside } from '../app.ts'
import { common } from '../problems.ts'

const Incident = z.object({
  dossierId: z.string(),
  what: z.string(),
  parcel: z.string().nullable(),
  at: z.string(),
  papers: z.int(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.string().nullable(),
})
const Complaint = z.object({
  id: z.string(),
  parcel: z.string(),
  about: z.string(),
  receivedAt: Instant,
  answerBy: Due,
  answeredAt: Instant.nullable(),
  upheld: z.boolean().nullable(),
})
const incidents = `
  select i.dossier_id as "dossierId", i.what, i.parcel, i.at, cardinality(i.papers) as papers, i.opened_at as "openedAt",
    i.closed_at as "closedAt", i.outcome
  from incident i left join parcel p on p.code = i.parcel
  where $1 in (i.at, p.office, p.sender, p.receiver) order by i.opened_at, i.id limit 50000`
const complaints = `
  select id, parcel, about, received_at as "receivedAt", answer_by as "answerBy", answered_at as "answeredAt", upheld
  from complaint where office = $1 order by received_at, id limit 50000`

const querystring = z.strictObject({ organisation: OrganisationCode })
const config = { access: 'officer' } as const
const written = (day: string) => day.split('-').toReversed().join('/')
const dayText = (at: string | null) => (at === null ? '' : written(dayOf(at)))

const incidentSheet = (rows: z.infer<typeof Incident>[], name: string, at: Instant): Spreadsheet<(typeof rows)[0]> => ({
  name: 'Sự việc',
  title: 'SỔ THEO DÕI SỰ VIỆC VỀ GIẤY TỜ, BƯU GỬI',
  subtitle: name,
  at,
  columns: [
    { heading: 'Ngày mở', width: 12, cell: ({ openedAt }) => dayText(openedAt) },
    { heading: 'Sự việc', width: 24, cell: ({ what }) => what },
    { heading: 'Bưu gửi', width: 18, cell: ({ parcel }) => parcel ?? '' },
    { heading: 'Hồ sơ', width: 38, cell: ({ dossierId }) => dossierId },
    { heading: 'Nơi xử lý', width: 16, cell: (row) => row.at },
    { heading: 'Số giấy tờ', width: 10, cell: ({ papers }) => papers },
    { heading: 'Ngày đóng', width: 12, cell: ({ closedAt }) => dayText(closedAt) },
    { heading: 'Kết quả', width: 24, cell: ({ outcome }) => outcome ?? '' },
  ],
  rows,
})

// Who complained, and their words, stay in the register itself.
const complaintSheet = (
  rows: z.infer<typeof Complaint>[],
  name: string,
  at: Instant,
): Spreadsheet<(typeof rows)[0]> => ({
  name: 'Khiếu nại',
  title: 'SỔ THEO DÕI KHIẾU NẠI VỀ DỊCH VỤ BƯU CHÍNH CÔNG ÍCH',
  subtitle: name,
  at,
  columns: [
    { heading: 'Số', width: 16, cell: ({ id }) => id },
    { heading: 'Bưu gửi', width: 18, cell: ({ parcel }) => parcel },
    { heading: 'Nội dung', width: 14, cell: ({ about }) => about },
    { heading: 'Ngày nhận', width: 12, cell: ({ receivedAt }) => dayText(receivedAt) },
    { heading: 'Hạn trả lời', width: 12, cell: ({ answerBy }) => written(answerBy.on) },
    { heading: 'Ngày trả lời', width: 12, cell: ({ answeredAt }) => dayText(answeredAt) },
    {
      heading: 'Kết luận',
      width: 14,
      cell: ({ upheld }) => (upheld === null ? '' : upheld ? 'Đúng' : 'Không đúng'),
    },
  ],
  rows,
})

/** What an office has to account for, open and over, as spreadsheets. */
export const sheets: FastifyPluginAsyncZod<Inside> = async (app, { db, clock, published }) => {
  const nameFor = (actor: Caller, organisation: OrganisationCode): string => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return published.organisations().rows.get(organisation)?.name ?? organisation
  }
  const send = <Row>(reply: FastifyReply, file: string, sheet: Spreadsheet<Row>) =>
    reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename="${file}.xlsx"`)
      .send(spreadsheetStream(sheet))

  const ofIncidents = {
    summary: 'The incidents of an office of the caller, open and settled, as a spreadsheet',
    querystring,
    response: { 200: fileAnswer('The sheet', spreadsheetType) },
  }
  app.get('/incidents.xlsx', { config, schema: ofIncidents }, async ({ actor, query: { organisation } }, reply) => {
    const name = nameFor(actor, organisation)
    const rows = z.array(Incident).parse((await db.query(incidents, [organisation])).rows)
    return send(reply, `su-viec-${organisation}`, incidentSheet(rows, name, clock.now()))
  })

  const ofComplaints = {
    summary:
      'The complaints an office of the caller answers, open and answered, as a spreadsheet; without words and names',
    querystring,
    response: { 200: fileAnswer('The sheet', spreadsheetType) },
  }
  app.get('/complaints.xlsx', { config, schema: ofComplaints }, async ({ actor, query: { organisation } }, reply) => {
    const name = nameFor(actor, organisation)
    const rows = z.array(Complaint).parse((await db.query(complaints, [organisation])).rows)
    return send(reply, `khieu-nai-${organisation}`, complaintSheet(rows, name, clock.now()))
  })
}
