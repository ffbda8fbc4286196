import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import type { TellingEnv } from '../telling-env.ts'
import type { Channels } from './channel.ts'
import { type Attachment, makeEmail } from './email.ts'
import { makeSms } from './sms.ts'
import { makeZaloToken } from './zalo-token.ts'
import { makeZalo } from './zalo.ts'

type Deps = { db: Pool; clock: Clock; config: TellingEnv; letter: (id: string) => Promise<Attachment> }

/** The ways out of this deployment. */
export const makeChannels = ({ db, clock, config, letter }: Deps): Channels => {
  const gateway = config.MESSAGE_GATEWAY_URL
  const app = { id: config.ZALO_APP_ID, secret: config.ZALO_APP_SECRET }
  return {
    email: makeEmail({
      url: config.SMTP_URL,
      from: config.MAIL_FROM,
      trace: config.MAIL_TRACE_URL,
      letter,
      maxAttachmentBytes: config.MAX_ATTACHMENT_BYTES,
    }),
    sms: makeSms({
      url: gateway,
      key: config.SMS_KEY,
      secret: config.SMS_SECRET,
      brand: config.SMS_BRAND,
      callBack: `${config.NOTIFICATIONS_URL}/call-backs/sms`,
    }),
    zalo: makeZalo({
      url: `${gateway}/zalo`,
      token: makeZaloToken({ db, clock, url: `${gateway}/zalo`, app, first: config.ZALO_REFRESH_TOKEN }),
    }),
  }
}
