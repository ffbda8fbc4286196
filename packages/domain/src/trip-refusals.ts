import { proofRefusals } from './proof-refusals.ts'

/** The same of what is sent where it is not awaited: a trip between offices, papers for a dossier. */
export const tripRefusals = {
  'no-post-office': {
    rule: 'own rule: a trip goes from one post office to another',
    vi: 'Nơi đến phải là một bưu cục khác.',
    en: 'A trip goes to a post office, and to another one than it leaves.',
  },
  'no-papers-awaited': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.4',
    vi: 'Bộ phận một cửa này không chờ bổ sung giấy tờ cho hồ sơ và thủ tục được nêu.',
    en: 'This desk awaits no papers for such a dossier of such a procedure.',
  },
  'scan-counts': {
    rule: 'own rule: only what could not count is settled by people',
    vi: 'Lần quét này đã được tính.',
    en: 'This scan counts: there is nothing to settle.',
  },
  'appointment-told': {
    rule: 'TT 17/2017/TT-BTTTT art. 5.3',
    vi: 'Người gửi đã được báo ngày hẹn này.',
    en: 'The sender was told of this appointment already.',
  },
  'appointment-unknown': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.5',
    vi: 'Bộ phận một cửa chưa tiếp nhận hồ sơ, chưa có ngày hẹn để báo.',
    en: 'The desk has not accepted the dossier: there is no appointment to tell of yet.',
  },
  ...proofRefusals,
} as const
