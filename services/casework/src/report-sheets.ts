import type { Instant } from '@dossier/contracts/time'
import type { Spreadsheet } from '@dossier/documents/spreadsheet'
import type { StageLateness } from './reports.ts'
import type { StatisticsLine } from './statistics.ts'

type Head = { subtitle: string; at: Instant }

const figure = <Row>(heading: string, cell: (row: Row) => number) => ({ heading, width: 11, cell })

/** The statistics of a period as a sheet (TT 01/2018 art. 11). */
export const statisticsSheet = (rows: readonly StatisticsLine[], head: Head): Spreadsheet<StatisticsLine> => ({
  name: 'Thống kê',
  title: 'THỐNG KÊ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
  ...head,
  columns: [
    { heading: 'Nội dung', width: 48, cell: ({ name }) => name },
    figure('Tồn kỳ trước', ({ carried }) => carried),
    figure('Tiếp nhận mới: trực tiếp', (row) => row.new.desk),
    figure('Tiếp nhận mới: trực tuyến', (row) => row.new.online),
    figure('Tiếp nhận mới: bưu chính', (row) => row.new.post),
    figure('Tổng phải giải quyết', (row) => row.carried + row.new.total),
    figure('Đã giải quyết', ({ resolved }) => resolved.total),
    figure('Trước hạn', ({ resolved }) => resolved.early),
    figure('Đúng hạn', ({ resolved }) => resolved.onTime),
    figure('Quá hạn', ({ resolved }) => resolved.late),
    figure('Từ chối sau thẩm định', ({ resolved }) => resolved.refused),
    figure('Đang giải quyết: trong hạn', ({ pending }) => pending.inTime),
    figure('Đang giải quyết: quá hạn', ({ pending }) => pending.overdue),
    figure('Tạm dừng: chờ bổ sung', ({ paused }) => paused.supplement),
    figure('Tạm dừng: nghĩa vụ tài chính', ({ paused }) => paused.obligation),
    figure('Rút', ({ withdrawn }) => withdrawn),
    figure('Dừng giải quyết', ({ stopped }) => stopped),
    figure('Từ chối tiếp nhận', ({ notAccepted }) => notAccepted.total),
    figure('Trả qua bưu chính', ({ returned }) => returned.post),
    figure('Chưa đến nhận', ({ uncollected }) => uncollected),
    figure('Phải xin lỗi', ({ apologies }) => apologies.owed),
    figure('Đã xin lỗi đúng hạn', ({ apologies }) => apologies.inTime),
  ],
  rows,
})

const units: Record<string, string> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  'working-hour': 'giờ làm việc',
  hour: 'giờ',
}
type LateRow = StageLateness

/** Whose the time was and who was late, as a sheet; `nameOf` gives an agency's name. */
export const latenessSheet = (
  rows: readonly LateRow[],
  { nameOf, ...head }: Head & { nameOf: (code: string) => string },
): Spreadsheet<LateRow> => ({
  name: 'Chậm hạn',
  title: 'THỜI GIAN GIẢI QUYẾT VÀ CHẬM HẠN THEO ĐƠN VỊ, BƯỚC',
  ...head,
  columns: [
    { heading: 'Đơn vị', width: 44, cell: ({ agency }) => nameOf(agency) },
    { heading: 'Bước', width: 22, cell: ({ stage }) => stage ?? 'Bộ phận Một cửa' },
    figure('Hồ sơ đang mở', ({ open }) => open.dossiers),
    figure('Ngày đã dùng', ({ open }) => open.days),
    figure('Ngày làm việc', ({ open }) => open.workingDays),
    figure('Hồ sơ đã xong', ({ closed }) => closed.dossiers),
    figure('Ngày đã dùng', ({ closed }) => closed.days),
    figure('Ngày làm việc', ({ closed }) => closed.workingDays),
    figure('Hồ sơ chậm', ({ lateDossiers }) => lateDossiers.length),
    { heading: 'Chậm so với hạn của mình', width: 26, cell: ({ late }) => late.map(amountText).join('; ') },
    {
      heading: 'Mã hồ sơ chậm',
      width: 60,
      cell: ({ lateDossiers }) => lateDossiers.map(({ code, id }) => code ?? id).join(', '),
    },
  ],
  rows,
})

const amountText = ({ amount, unit }: LateRow['late'][number]) =>
  `${amount.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${units[unit] ?? unit}`
