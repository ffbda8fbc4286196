import { type CommonCode, commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'

const own = {
  'not-undelivered': {
    status: 409,
    vi: 'Tin nhắn này không nằm trong danh sách chưa gửi được.',
    en: 'The message is not among the undelivered; read it again.',
    rule: 'own rule: never twice for one cause',
  },
  'channel-used': {
    status: 409,
    vi: 'Kênh này đã được dùng cho nội dung này.',
    en: 'This notice has a message on that channel already.',
    rule: 'own rule: never twice for one cause',
  },
  'no-address': {
    status: 409,
    vi: 'Người nhận không có địa chỉ trên kênh này.',
    en: 'The person gave no address for this channel.',
    rule: 'own rule: nobody is told at an address they did not give',
  },
  'forged-call-back': {
    status: 401,
    vi: 'Chữ ký của thông báo không đúng.',
    en: 'The signature of the call-back does not fit its body.',
    rule: 'own rule: a call-back is signed',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string; rule: string }>

export const messageProblem = (code: keyof typeof own): ProblemError => {
  const { status, vi: title, en: detail, rule } = own[code]
  return new ProblemError({ status, code, title, detail, rule })
}

export const common = (code: CommonCode): ProblemError => new ProblemError(commonProblem(code))
