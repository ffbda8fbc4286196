import type { PaperKind } from '@dossier/contracts/official-paper'
import type { RuleSetId } from '@dossier/contracts/procedure'
import { formOf } from '../../domain/src/forms.ts'
import { local } from '../../domain/test/fixtures.ts'
import type { Applicant, Paper, Signatory } from '../src/form-fields.ts'
import type { PaperContent } from '../src/official-papers.ts'
import { longLine, longName, longShort, longWords, unparted } from './long-texts.ts'

/** How much a paper has to hold: as usual, the most an office may meet, and as little as its shape allows. */
export type Size = 'usual' | 'longest' | 'shortest'
export const sizes = ['usual', 'longest', 'shortest'] as const satisfies Size[]

const per = <T>(usual: T, longest: T, shortest: T): Record<Size, T> => ({ usual, longest, shortest })

const names = per('Nguyễn Thị Ngọc Ánh', longName, 'Y')
const applicants: Record<Size, Applicant> = per<Applicant>(
  { name: names.usual, address: 'Làng Ô, xã Ia Pếch', phone: '0905 123 456', email: null, representative: null },
  { name: longName, address: longLine, phone: '0905 123 456', email: unparted, representative: longName },
  { name: 'Y', address: null, phone: null, email: null, representative: null },
)
const paper = (name: string): Paper => ({ name, originals: 1, certifiedCopies: 2, copies: 0 })
const papers = per<Paper[]>(
  [
    paper('Tờ khai đề nghị trợ cấp một lần'),
    { ...paper('Bản khai cá nhân có xác nhận của Ủy ban nhân dân xã'), copies: 3 },
    { name: 'Huân chương Kháng chiến hạng Ba', originals: 0, certifiedCopies: 1, copies: 0 },
  ],
  Array.from({ length: 60 }, (_, i) => paper(`${i + 1} ${longName}`)),
  [],
)
const signed: Signatory = {
  onBehalfOf: 'TM. Ủy ban nhân dân xã',
  title: 'Chủ tịch',
  organisation: 'Ủy ban nhân dân xã Ia Pếch',
  name: 'Rơ Châm H’Bông',
  signedAt: local('2021-04-13 09:52'),
}
const signatories = per<Signatory>(
  signed,
  { ...signed, onBehalfOf: `TM. ${longName}`, title: longName, organisation: longName, name: longName },
  { onBehalfOf: null, title: 'Chủ tịch', organisation: 'Xã', name: null, signedAt: null },
)
const officers = per<Signatory>(
  { onBehalfOf: null, title: 'Người tiếp nhận hồ sơ', organisation: 'Xã', name: 'Trần Văn Đức', signedAt: null },
  signatories.longest,
  signatories.shortest,
)
const texts = per(
  'Cơ quan phối hợp gửi kết quả thẩm định chậm 02 ngày làm việc so với thời hạn được giao.',
  longWords,
  '-',
)
const lines = per('Bộ phận Một cửa xã Ia Pếch, thôn 1, xã Ia Pếch', longLine, 'Xã')
const rows = { usual: 3, longest: 60, shortest: 0 }

/** The content of each kind of paper, as issued by a rule set on a day. */
export const samples = (size: Size, ruleSet: RuleSetId = 'ND61_2018', on = '2021-04-13'): PaperContent => {
  const head = (kind: PaperKind) => ({
    form: formOf(ruleSet, on, kind),
    issuedAt: local(`${on} 09:45`),
    place: per('Ia Pếch', longName, 'X')[size],
    authority: per('Ủy ban nhân dân xã Ia Pếch', longName, 'Xã')[size],
    desk: per('Bộ phận Tiếp nhận và Trả kết quả', longName, null)[size],
    number: per('12/TNHS', longShort, null)[size],
    dossier: per('H21.08.05-210413-0001', 'H21.08.05.04.01-210413-10000', null)[size],
  })
  const asked = {
    applicant: applicants[size],
    procedure: per('Trợ cấp một lần', longLine, 'A')[size],
    phone: '0269 3844 123',
  }
  const receivedAt = local('2021-04-13 09:40')
  const due = { on: '2021-05-17' }
  const appointment = { due, closes: per('17:00', '17:00', null)[size] }
  const rating = per('quét mã QR tại quầy hoặc gửi phiếu vào hòm thư góp ý', longLine, '-')[size]
  const grounds = per(
    ['khoản 2 Điều 5 Nghị định số 131/2021/NĐ-CP'],
    Array.from({ length: 10 }, () => longLine),
    [],
  )[size]
  const copies = per(
    ['Bộ phận Một cửa xã Ia Pếch'],
    Array.from({ length: 12 }, () => longName),
    [],
  )[size]
  const returnPlace = lines[size]
  const signing = { copies, signer: signatories[size] }
  return {
    'receipt-slip': {
      ...head('receipt-slip'),
      ...asked,
      sets: 1,
      components: papers[size],
      receivedAt,
      limits: per(
        [
          { amount: 5, unit: 'working-day' as const },
          { amount: 12, unit: 'day' as const },
        ],
        Array.from({ length: 20 }, () => ({ amount: 1000, unit: 'working-day' as const })),
        [{ amount: 0, unit: 'same-day' as const }],
      )[size],
      due,
      appointment,
      provisional: size === 'longest',
      returnBy: 'post',
      returnPlace,
      fees: per(
        [
          { name: 'Lệ phí chứng thực', amount: 5000, receipt: 'BL 0012' },
          { name: 'Phí thẩm định', amount: 150_000, receipt: null },
        ],
        Array.from({ length: 30 }, (_, i) => ({ name: longLine, amount: 1e12, receipt: i % 2 ? longShort : null })),
        [],
      )[size],
      rating,
      book: per({ volume: '01/2021', number: 12 }, { volume: longShort, number: 99_999 }, null)[size],
      replaces: per(null, { issuedOn: '2021-04-12', why: longLine }, null)[size],
      officer: officers[size],
    },
    'supplement-request': {
      ...head('supplement-request'),
      ...asked,
      receivedAt: per(receivedAt, receivedAt, null)[size],
      defects: per(
        [
          { component: 'Tờ khai đề nghị trợ cấp', words: 'Chưa ghi ngày, tháng, năm sinh; chưa có chữ ký.' },
          { component: null, words: 'Thông tin nơi cư trú không khớp với Cơ sở dữ liệu quốc gia về dân cư.' },
        ],
        Array.from({ length: 60 }, () => ({ component: longName, words: longLine })),
        [{ component: null, words: '-' }],
      )[size],
      bringTo: returnPlace,
      closesOn: per('2021-05-20', '2021-05-20', null)[size],
      clock: 'restart',
      legalBasis: per(null, longLine, null)[size],
      rating,
      officer: officers[size],
    },
    'refusal-notice': {
      ...head('refusal-notice'),
      ...asked,
      receivedAt: per(receivedAt, receivedAt, null)[size],
      reason: texts[size],
      grounds,
      rightPlace: per(
        { name: 'Sở Nội vụ tỉnh Gia Lai', address: '69 Hùng Vương, Pleiku', phone: '0269 3824 404' },
        { name: longName, address: longLine, phone: longShort },
        null,
      )[size],
      returned: papers[size],
      rating,
      signer: officers[size],
    },
    'apology-letter': {
      ...head('apology-letter'),
      ...asked,
      receivedAt,
      receivedBy: per('Bộ phận Một cửa xã Ia Pếch', longName, 'Xã')[size],
      promised: due,
      reason: texts[size],
      late: per('Phòng Lao động - Thương binh và Xã hội huyện Ia Grai', longName, 'Xã')[size],
      appointment: { ...appointment, due: { on: '2021-05-24' } },
      returnPlace,
      ...signing,
    },
    'error-apology': {
      ...head('error-apology'),
      ...asked,
      fault: 'loss',
      foundAt: receivedAt,
      affected: per(
        ['Bản chính Huân chương Kháng chiến hạng Ba'],
        Array.from({ length: 60 }, () => longLine),
        [],
      )[size],
      what: texts[size],
      remedy: texts[size],
      compensation: per(104_000, 1e12, null)[size],
      appointment: per(appointment, appointment, null)[size],
      returnPlace,
      ...signing,
    },
    'stop-notice': {
      ...head('stop-notice'),
      ...asked,
      receivedAt,
      stoppedAt: local(`${on} 16:00`),
      cause: 'withdrawn',
      reason: texts[size],
      grounds,
      returned: papers[size],
      returnPlace,
      refund: per('không hoàn lại theo quy định', longLine, null)[size],
      ...signing,
    },
    'control-slip': {
      ...head('control-slip'),
      applicant: names[size],
      procedure: asked.procedure,
      receivedAt,
      due,
      lead: per('Phòng Lao động - Thương binh và Xã hội huyện Ia Grai', longName, 'Xã')[size],
      coordinating: per(
        ['Công an huyện Ia Grai'],
        Array.from({ length: 10 }, () => longName),
        [],
      )[size],
      handovers: Array.from({ length: rows[size] }, (_, i) => ({
        giver: per('Bộ phận Một cửa xã Ia Pếch', longName, 'Xã')[size],
        given: { at: receivedAt, by: per('Công chức tiếp nhận', longName, null)[size] },
        receiver: per('Phòng Lao động - Thương binh và Xã hội', longName, 'Xã')[size],
        taken: i === 2 ? null : { at: local('2021-04-14 08:15'), by: per('Chuyên viên', longName, null)[size] },
        slip: per(i === 1 ? 'G2' : null, longShort, null)[size],
        due: { on: '2021-04-20' },
        result: (['early', 'on-time', 'late', null] as const)[i % 4] ?? null,
        remark: per(null, longName, null)[size],
      })),
    },
    'dossier-register': {
      ...head('dossier-register'),
      dossier: null,
      year: 2021,
      volume: per('01', longShort, null)[size],
      from: '2021-04-01',
      to: '2021-04-30',
      closed: size === 'longest',
      lines: Array.from({ length: rows[size] }, (_, i) => ({
        number: i + 1,
        dossier: `H21.08.05-210413-${String(i + 1).padStart(4, '0')}`,
        procedure: asked.procedure,
        sets: 1,
        applicant: names[size],
        contact: per('Làng Ô, xã Ia Pếch; 0905 123 456', longName, null)[size],
        lead: per('Ủy ban nhân dân xã Ia Pếch', longName, 'Xã')[size],
        receivedOn: '2021-04-13',
        appointmentOn: '2021-05-17',
        returnedOn: i === 1 ? null : '2021-05-13',
        returnBy: i === 1 ? null : ('post' as const),
        signedBy: per(i === 1 ? null : 'Nguyễn Văn Bình', longName, null)[size],
        remark: per(null, longName, null)[size],
      })),
    },
  }
}
