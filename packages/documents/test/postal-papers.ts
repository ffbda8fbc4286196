import { mintS10 } from '../../domain/src/s10.ts'
import { local } from '../../domain/test/fixtures.ts'
import type { ConsignmentSlip } from '../src/consignment-slip.ts'
import type { CountedSlip, HandoverRecord } from '../src/handover-record.ts'
import type { BagLabel, Label, ParcelLabel } from '../src/label.ts'
import type { Manifest } from '../src/manifest.ts'

/** Eighty letters and more, with every kind of mark. */
const longName = 'Nguyễn Thị Ngọc Quỳnh Hương Đoàn Thuỵ Khuê Trần Lê Phương Uyển Nhi Hoàng Bảo Ngân Hà'
export const item = mintS10('RA', 47_312_482)

const citizen = {
  name: 'Rơ Châm H’Blan',
  address: 'Làng Kte, xã Ia Pếch, huyện Ia Grai, Gia Lai',
  phone: '0912 345 678',
}
const authority = {
  name: 'Bộ phận Một cửa xã Ia Pếch',
  address: 'Ủy ban nhân dân xã Ia Pếch, huyện Ia Grai, tỉnh Gia Lai',
}
const worker = { name: 'Trần Văn Bưu', office: 'Bưu cục Ia Grai' }
const counts = (originals: number, certifiedCopies = 0, copies = 0) => ({ originals, certifiedCopies, copies })

/** The slip of the reference dossier: posted on Monday, to be at the commune on Tuesday. */
export const slip: ConsignmentSlip = {
  item,
  service: 'send-dossier',
  operator: 'Tổng công ty Bưu điện Việt Nam',
  office: 'Bưu cục Ia Grai',
  from: citizen,
  to: authority,
  procedure: 'Giải quyết chế độ trợ cấp một lần đối với người hoạt động kháng chiến giải phóng dân tộc',
  papers: [
    { name: 'Bản khai cá nhân', ...counts(1) },
    { name: 'Huân chương, Huy chương Kháng chiến', ...counts(0, 0, 1) },
    { name: 'Giấy chứng nhận', ...counts(1), note: 'Để đối chiếu, trả lại' },
  ],
  collected: [{ name: 'Cước dịch vụ bưu chính công ích', amount: 26_000, receipt: 'BC/21 0001234' }],
  seal: 'NP-0412-07',
  handedOverAt: local('2021-04-12 15:30'),
  promise: { workingDays: 1, by: '2021-04-13', untilAppointment: false },
  sender: { name: 'Rơ Châm H’Blan', office: 'Người gửi' },
  worker,
  delivery: null,
}

const long = { name: longName, address: `${longName}, ${longName}`, phone: '0912 345 678' }
const signer = { name: longName, office: longName }

/** As much as a slip may hold, in the longest names. */
export const longSlip: ConsignmentSlip = {
  ...slip,
  service: 'receive-result',
  operator: longName,
  office: longName,
  from: long,
  to: long,
  procedure: `${longName}, ${longName}`,
  dossier: 'H21.08.05-210413-0001',
  papers: Array.from({ length: 60 }, () => ({ name: longName, ...counts(999, 999, 999), note: longName })),
  collected: Array.from({ length: 6 }, () => ({ name: longName, amount: 1_000_000_000_000, receipt: 'R'.repeat(24) })),
  promise: { workingDays: 8, by: '2021-04-23', untilAppointment: true },
  sender: signer,
  worker: signer,
  delivery: { recipient: longName, authorised: true, shown: 'Giấy ủy quyền, căn cước', at: local('2021-04-22 10:15') },
}

export const returnSlip: ConsignmentSlip = {
  ...slip,
  service: 'receive-result',
  from: authority,
  to: citizen,
  sender: { name: 'Lê Thị Một', office: authority.name },
}
export const emptySlip: ConsignmentSlip = { ...slip, papers: [], collected: [] }

const counted: CountedSlip = {
  item,
  sender: citizen.name,
  procedure: slip.procedure,
  sealWhole: true,
  papers: slip.papers.map(({ name, originals, certifiedCopies, copies }) => ({
    name,
    declared: { originals, certifiedCopies, copies },
    counted: { originals, certifiedCopies, copies },
  })),
  complete: true,
  fees: 0,
}

const short: CountedSlip = {
  ...counted,
  item: mintS10('RA', 47_312_483),
  sender: 'Phạm Văn Tình',
  procedure: 'Đăng ký khai sinh',
  sealWhole: false,
  papers: [{ name: 'Giấy chứng sinh', declared: counts(1, 0, 1), counted: counts(0, 0, 3) }],
  complete: false,
  remark: 'Niêm phong rách một góc; giấy chứng sinh bản chính không có trong bưu gửi.',
  fees: 108_000,
}

export const record: HandoverRecord = {
  number: 'BBGN-210413-01',
  authority: 'Ủy ban nhân dân xã Ia Pếch',
  desk: 'Bộ phận Một cửa',
  place: 'Bộ phận Một cửa xã Ia Pếch',
  countedAt: local('2021-04-13 09:30'),
  worker,
  officer: { name: 'Lê Thị Một', office: 'Bộ phận Một cửa xã Ia Pếch' },
  slips: [counted, short],
  signedAt: local('2021-04-13 09:40'),
}
export const emptyRecord: HandoverRecord = { ...record, slips: [], signedAt: null }
export const longRecord: HandoverRecord = {
  ...record,
  authority: longName,
  desk: longName,
  place: longName,
  worker: signer,
  officer: signer,
  slips: Array.from({ length: 4 }, () => ({
    ...short,
    sender: longName,
    procedure: `${longName}, ${longName}`,
    papers: Array.from({ length: 60 }, () => ({
      name: longName,
      declared: counts(999, 999, 999),
      counted: counts(998, 0, 999),
    })),
    remark: `${longName}, ${longName}, ${longName}`,
    fees: 1_000_000_000_000,
  })),
}

const parcels = (from: number, many: number) =>
  Array.from({ length: many }, (_, i) => ({
    item: mintS10('RA', from + i),
    from: 'Bộ phận Một cửa xã Ia Pếch',
    to: 'Bộ phận Một cửa huyện Ia Grai',
    dossiers: 1,
    papers: 5,
    originals: i % 3,
  }))

export const manifest: Manifest = {
  code: 'BK-210413-02',
  operator: 'Tổng công ty Bưu điện Việt Nam',
  office: 'Bưu điện huyện Ia Grai',
  from: 'Bưu cục Ia Pếch',
  to: 'Bưu điện huyện Ia Grai',
  departsAt: local('2021-04-13 14:00'),
  bags: [
    { code: 'T210413.001', seal: 'NP-881', parcels: parcels(100, 4) },
    { code: null, parcels: parcels(300, 1) },
  ],
  giver: worker,
  taker: { name: 'Ksor Giao', office: 'Tuyến Ia Pếch – Ia Grai' },
  signedAt: local('2021-04-13 14:05'),
}
export const emptyManifest: Manifest = { ...manifest, bags: [], signedAt: null }
/** Three hundred parcels in six bags, a long name among them. */
export const longManifest: Manifest = {
  ...manifest,
  operator: longName,
  office: longName,
  from: longName,
  to: longName,
  bags: Array.from({ length: 6 }, (_, bag) => ({
    code: `T210413.00${bag}`,
    seal: 'NP-881',
    parcels: parcels(bag * 50, 50).map((parcel, i) =>
      i === 7 ? { ...parcel, from: longName, to: longName, note: longName } : parcel,
    ),
  })),
  giver: signer,
  taker: signer,
}

export const parcelLabel: ParcelLabel = {
  kind: 'parcel',
  item,
  from: citizen,
  to: authority,
  service: 'Bảo đảm',
  deliverBy: '2021-04-13',
}
export const bagLabel: BagLabel = {
  kind: 'bag',
  code: 'T210413.001',
  from: 'Bưu cục Ia Pếch',
  to: 'Bưu điện huyện Ia Grai',
  parcels: 50,
  seal: 'NP-881',
  trip: 'BK-210413-02',
}
export const longLabels: Label[] = [
  { ...parcelLabel, from: long, to: long, service: 'Chuyển phát nhanh bảo đảm có hẹn giờ' },
  { ...bagLabel, code: 'T210413.001-IAGRAI.1', from: longName, to: longName, seal: 'N'.repeat(20) },
]
export const printedAt = local('2021-04-12 15:30')
