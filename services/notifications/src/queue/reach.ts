import type { Reach } from '@dossier/contracts/contact'
import type { MessageChannel, Urgency } from '@dossier/contracts/telling-shapes'
import type { Settings } from './settings.ts'

/** An address on a channel. */
export type Address = { channel: MessageChannel; address: string }

type Wish = { channels: readonly MessageChannel[]; urgency: Urgency }

/**
 * Where a person is told: on every channel asked for that they can be reached by. What the law asks for needs no consent; an
 * account with Zalo nobody has unless they said so, and who did is told there instead of by text message.
 */
export const addressesOf = (reach: Reach, { channels, urgency }: Wish, consent: Settings['consent']): Address[] => {
  const agreed = (channel: Exclude<MessageChannel, 'in-app'>) => reach.consent[channel] ?? consent[channel]
  const onZalo = channels.includes('zalo') && reach.phone !== null && agreed('zalo')
  return channels.flatMap((channel): Address[] => {
    const address = addressOn(reach, channel)
    if (address === null) return []
    if (channel === 'zalo' && !onZalo) return []
    if (channel === 'sms' && onZalo) return []
    if (channel !== 'in-app' && urgency === 'ordinary' && !agreed(channel)) return []
    return [{ channel, address }]
  })
}

/** How a person is reached on a channel; null where they gave no such address. */
export const addressOn = ({ phone, email, account }: Reach, channel: MessageChannel): string | null => {
  switch (channel) {
    case 'email':
      return email
    case 'in-app':
      return account
    case 'sms':
    case 'zalo':
      return phone === null ? null : international(phone)
  }
}

/** `0912…` as the networks want it, `84912…`. */
const international = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^0/, '84')
