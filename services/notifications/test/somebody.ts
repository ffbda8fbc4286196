import type { Reach } from '@dossier/contracts/contact'

/** Somebody who can be reached everywhere, and has a long name. */
export const somebody: Reach = {
  name: 'Nguyễn Thử Nghiệm',
  phone: '0900000001',
  email: 'thu-nghiem@example.test',
  account: 'citizen:thu-nghiem-1',
  language: 'vi',
  consent: { email: null, sms: null, zalo: null },
}
