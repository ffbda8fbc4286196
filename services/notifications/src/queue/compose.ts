import type { Language } from '@dossier/contracts/contact'
import type { MessageChannel, MessageTemplate } from '@dossier/contracts/telling-shapes'
import { type Content, Content as ContentShape } from '../channels/channel.ts'
import type { Facts } from '../telling/facts.ts'
import { promisedDay } from '../telling/promise.ts'
import type { Said } from '../templates.ts'
import { appointmentEntry } from '../words/appointment.ts'

type Composed = { said: Said; letter?: string | undefined; appointment?: string | undefined }

/** What goes out on one channel; undefined in-app, where it is said anew to whoever reads it. */
export const contentFor = (channel: MessageChannel, { said, letter, appointment }: Composed): Content | undefined => {
  switch (channel) {
    case 'in-app':
      return undefined
    case 'sms':
      return { channel, text: said.sms }
    case 'zalo':
      return { channel, ...said.zalo }
    case 'email':
      return ContentShape.parse({
        channel,
        subject: said.subject,
        text: said.text ?? said.short,
        html: said.html ?? '',
        ...(appointment !== undefined && { appointment }),
        ...(letter !== undefined && { letter }),
      })
  }
}

const withAppointment: readonly MessageTemplate[] = [
  'accepted',
  'supplement-received',
  'obligation-paid',
  'due-date-moved',
  're-appointed',
]

/** The appointment as an entry for the calendar: the same entry each time, so that a new date moves it. */
export const appointmentOf = (
  template: MessageTemplate,
  {
    subject,
    facts,
    language,
    said,
    desk,
  }: { subject: string; facts: Facts; language: Language; said: Said; desk: string },
): string | undefined => {
  const { heard, at, seq } = facts
  const due = promisedDay(heard)
  if (due === null || !withAppointment.includes(template)) return undefined
  return appointmentEntry({ id: subject, version: seq, due, at, title: said.subject, place: desk, language })
}
