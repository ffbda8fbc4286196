import { expect, test } from 'vitest'
import { TellingEnv } from '../src/telling-env.ts'

test('a secret nobody has set keeps the service from starting: none has a default that anybody could know', () => {
  const url = 'http://127.0.0.1:9'
  const { error } = TellingEnv.safeParse({
    INTAKE_URL: url,
    POSTAL_URL: url,
    NOTIFICATIONS_URL: url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MESSAGE_GATEWAY_URL: url,
    CALL_BACK_SECRET: '',
  })
  expect(error?.issues.map(({ path }) => path[0]).toSorted()).toEqual([
    'CALL_BACK_SECRET',
    'SMS_KEY',
    'SMS_SECRET',
    'ZALO_APP_ID',
    'ZALO_APP_SECRET',
    'ZALO_REFRESH_TOKEN',
  ])
})
