import { handInAt } from './story/applications.ts'
import { business, centre, iaGrai, paidAtDesk, prepareBusiness } from './story/ia-grai.ts'
import { peopleOf } from './story/people.ts'
import type { StackPlan } from './stack-plan.ts'

/** What is on the stack when it is photographed. */
export type Played = { atWork: string }

/** A page of the console as it is photographed: who looks, at what, and the words that show it has come. */
export type Screen = {
  file: string
  vi: string
  en: string
  /** Nobody signed in where there is none. */
  account?: string
  path: (played: Played) => string
  shows: string
}

export const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const

export const screens: readonly Screen[] = [
  {
    file: 'thu-tuc',
    vi: 'Tìm thủ tục theo sự kiện trong đời',
    en: 'Finding a procedure by an event in life',
    path: () => '/thu-tuc?event=sinh-con',
    shows: 'Liên thông: đăng ký khai sinh',
  },
  {
    file: 'mot-thu-tuc',
    vi: 'Một thủ tục: thời hạn, lệ phí, giấy tờ',
    en: 'One procedure: time, fees, papers',
    path: () => '/thu-tuc/1.001612@2025-07-01',
    shows: 'Tôi cần những gì?',
  },
  {
    file: 'viec-cua-toi',
    vi: 'Việc của tôi ở Bộ phận Một cửa',
    en: 'The worklist of a desk',
    account: 'officer:xa-ia-grai.intake',
    path: () => '/viec-cua-toi',
    shows: 'H21.91',
  },
  {
    file: 'ho-so',
    vi: 'Hồ sơ: ai giữ, hạn nào, việc kế tiếp',
    en: 'A dossier: who holds it, its clock, the next act',
    account: 'officer:xa-ia-grai.economy',
    path: ({ atWork }) => `/ho-so/${atWork}`,
    shows: 'Diễn biến',
  },
  {
    file: 'tiep-nhan',
    vi: 'Tiếp nhận trực tiếp',
    en: 'Taking in who walks in',
    account: 'officer:xa-ia-grai.intake',
    path: () => '/tiep-nhan',
    shows: 'Tiếp nhận',
  },
  {
    file: 'lanh-dao',
    vi: 'Lãnh đạo: kết quả chờ ký',
    en: 'A leader: results to sign',
    account: 'officer:xa-ia-grai.economy-head',
    path: () => '/lanh-dao',
    shows: 'Kết quả chờ ký (1)',
  },
  {
    file: 'quy-trinh',
    vi: 'Quy trình: hồ sơ đang ở đâu, thường mất bao lâu',
    en: 'A route: where dossiers stand and usual times',
    account: 'officer:xa-ia-grai.head',
    path: () => '/lanh-dao/quy-trinh',
    shows: 'Quy trình giải quyết',
  },
  {
    file: 'van-hanh',
    vi: 'Vận hành: có gì kẹt, mất, chậm, lệch không',
    en: 'Operations: is anything stuck, lost, late, out of step',
    account: 'officer:gia-lai.admin',
    path: () => '/van-hanh',
    shows: 'quy trình đang chạy',
  },
]

/** Dossiers at each of their steps, made by placeholders: nobody of these names exists. */
export const playForScreens = async (plan: StackPlan): Promise<Played> => {
  const { intake, clerk } = iaGrai(peopleOf(plan))
  const handIn = () => handInAt(intake, centre, business, { payments: paidAtDesk })
  await handIn()
  const [accepted, atWork] = [await handIn(), await handIn()]
  for (const id of [accepted, atWork]) await intake.act(id, { type: 'Accept' })
  await prepareBusiness({ intake, clerk }, atWork)
  return { atWork }
}
