import * as z from 'zod'
import { type Settings, usualSettings } from './queue/settings.ts'

const hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)

const secret = z.string().min(1)

/** Where messages go out, and how this deployment tells people. Secrets have no default: one that is known lets anybody report deliveries. */
export const TellingEnv = z.object({
  INTAKE_URL: z.url(),
  POSTAL_URL: z.url(),
  /** Where gateways call back. */
  NOTIFICATIONS_URL: z.url(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().default('"Một cửa điện tử" <khong-tra-loi@onestop.test>'),
  /** The record of the own mail server, to ask what it took in; without it an unclear e-mail waits for a person. */
  MAIL_TRACE_URL: z.url().optional(),
  MAX_ATTACHMENT_BYTES: z.coerce.number().int().positive().default(10_000_000),
  MESSAGE_GATEWAY_URL: z.url(),
  SMS_KEY: secret,
  SMS_SECRET: secret,
  SMS_BRAND: z.string().default('MOTCUA'),
  ZALO_APP_ID: secret,
  ZALO_APP_SECRET: secret,
  /** The first refresh token; each renewal gives the next, which is kept in the database. */
  ZALO_REFRESH_TOKEN: secret,
  CALL_BACK_SECRET: secret,
  /** When ordinary messages wait for the morning, as `21:00-07:00`, or `none`. */
  QUIET_HOURS: z.union([hours, z.literal('none')]).default('21:00-07:00'),
  /** What holds for whoever was not asked, for what the law does not ask for. */
  CONSENT_EMAIL: z.stringbool().default(usualSettings.consent.email),
  CONSENT_SMS: z.stringbool().default(usualSettings.consent.sms),
  CONSENT_ZALO: z.stringbool().default(usualSettings.consent.zalo),
  GIVE_UP_HOURS: z.coerce
    .number()
    .positive()
    .default(usualSettings.giveUpMs / 3_600_000),
  /** How long address and words of a message are kept after its end. */
  KEEP_DAYS: z.coerce
    .number()
    .min(0)
    .default(usualSettings.keepMs / 86_400_000),
})
export type TellingEnv = z.output<typeof TellingEnv>

export const settingsOf = (env: TellingEnv): Settings => {
  const [from = '', to = ''] = env.QUIET_HOURS.split('-')
  return {
    ...usualSettings,
    quiet: env.QUIET_HOURS === 'none' ? undefined : { from, to },
    consent: { email: env.CONSENT_EMAIL, sms: env.CONSENT_SMS, zalo: env.CONSENT_ZALO },
    giveUpMs: env.GIVE_UP_HOURS * 3_600_000,
    keepMs: env.KEEP_DAYS * 86_400_000,
  }
}
