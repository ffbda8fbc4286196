/** Why the post or a desk may not do something with what another carrier brings. */
export const carrierRefusals = {
  'carrier-unknown': {
    rule: 'own rule: a carrier is one we have a contract with',
    vi: 'Không có hợp đồng với hãng vận chuyển này.',
    en: 'There is no contract with this carrier.',
  },
  'carrier-ordered': {
    rule: 'own rule: one carrier for a parcel',
    vi: 'Bưu gửi này đã được giao cho một hãng vận chuyển.',
    en: 'A carrier was ordered for this parcel already.',
  },
  'carrier-has-it': {
    rule: 'own rule: an order is taken back before the parcel is taken over',
    vi: 'Hãng vận chuyển đã nhận bưu gửi nên không hủy được.',
    en: 'The carrier has taken the parcel over: the order cannot be taken back.',
  },
  'report-settled': {
    rule: 'own rule: what a carrier told is settled once',
    vi: 'Thông tin này đã được xử lý.',
    en: 'What the carrier told was settled already.',
  },
} as const satisfies Record<string, { rule: string; vi: string; en: string }>
