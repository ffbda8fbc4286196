import type { PostalReport, PostalService, ReportPeriod } from '@dossier/contracts/postal-report'
import type { Spreadsheet } from '@dossier/documents/spreadsheet'
import { shift } from '@dossier/domain/calendar'

type Line = { what: string; figure: number | null; numerator?: number; denominator?: number }

const services: Record<PostalService, string> = {
  send: 'Gửi hồ sơ',
  receive: 'Nhận kết quả',
  both: 'Gửi hồ sơ và nhận kết quả',
  papers: 'Chuyển hồ sơ giữa các cơ quan',
}
const periods: Record<ReportPeriod, string> = { quarter: 'Quý', 'half-year': 'Sáu tháng', year: 'Năm' }
const written = (day: string) => day.split('-').toReversed().join('/')

/** The report as a sheet (TT 17/2017 art. 13): each share with what it is made of; of nothing there is no share. */
export const reportSheet = (report: PostalReport): Spreadsheet<Line> => ({
  name: 'Báo cáo BCCI',
  title: 'BÁO CÁO TIẾP NHẬN HỒ SƠ, TRẢ KẾT QUẢ QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH',
  subtitle: `${periods[report.period]}: từ ${written(report.from)} đến ${written(shift(report.to, -1))}; gửi trước ngày ${written(report.sendBefore)}`,
  at: report.asOf,
  columns: [
    { heading: 'Chỉ tiêu', width: 52, cell: ({ what }) => what },
    { heading: 'Số liệu', width: 16, cell: ({ figure }) => figure },
    { heading: 'Tử số', width: 12, cell: ({ numerator }) => numerator ?? null },
    { heading: 'Mẫu số', width: 12, cell: ({ denominator }) => denominator ?? null },
  ],
  rows: linesOf(report),
})

const linesOf = ({ services: sold, parcels, complaints, compensation, ...report }: PostalReport): Line[] => [
  ...sold.map(({ service, volume }) => ({ what: `Sản lượng: ${services[service]} (bưu gửi)`, figure: volume })),
  ...sold.map(({ service, revenue }) => ({ what: `Doanh thu: ${services[service]} (đồng)`, figure: revenue })),
  { what: 'Tồn kỳ trước (bưu gửi)', figure: parcels.carriedOver },
  { what: 'Chấp nhận trong kỳ (bưu gửi)', figure: parcels.posted },
  { what: 'Đã phát (bưu gửi)', figure: parcels.delivered },
  { what: 'Đã chuyển hoàn (bưu gửi)', figure: parcels.returned },
  { what: 'Mất, thất lạc (bưu gửi)', figure: parcels.lost },
  { what: 'Hư hỏng (bưu gửi)', figure: parcels.damaged },
  { what: 'Đang chuyển phát (bưu gửi)', figure: parcels.underWay },
  share('Phát đúng thời gian toàn trình (%)', report.onTime),
  { what: 'Khiếu nại tồn kỳ trước', figure: complaints.carriedOver },
  { what: 'Khiếu nại tiếp nhận', figure: complaints.received },
  { what: 'Khiếu nại đã giải quyết', figure: complaints.answered },
  { what: 'Khiếu nại đúng', figure: complaints.upheld },
  { what: 'Khiếu nại đang giải quyết', figure: complaints.open },
  share('Khiếu nại giải quyết đúng hạn (%)', complaints.inTime),
  { what: 'Số vụ bồi thường', figure: compensation.cases },
  { what: 'Số tiền bồi thường (đồng)', figure: compensation.value },
  { what: 'Đã chi trả trong kỳ (đồng)', figure: compensation.paid },
  share('An toàn: không mất, không hư hỏng (%)', report.safety),
]

const share = (what: string, of: { numerator: number; denominator: number }): Line => ({
  what,
  figure: of.denominator === 0 ? null : Math.round((of.numerator / of.denominator) * 10_000) / 100,
  ...of,
})
