import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

type Printed = { timeZone: string; locale: string; counted: unknown }
const script = fileURLToPath(new URL('everything-counted.ts', import.meta.url))
const under = (zone: string, locale: string): Printed =>
  JSON.parse(
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, TZ: zone, LC_ALL: locale },
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    }),
  )

test(
  'the law gives the same dates and explanations on machines in Hà Nội, Greenwich, California and Kiribati',
  {
    timeout: 60_000,
  },
  () => {
    const home = under('Asia/Ho_Chi_Minh', 'vi_VN.UTF-8')
    for (const [timeZone, locale] of [
      ['UTC', 'en-US'],
      ['America/Los_Angeles', 'de-DE'],
      ['Pacific/Kiritimati', 'ar-EG'], // other digits, another first day of the week
    ] as const) {
      const abroad = under(timeZone, `${locale.replace('-', '_')}.UTF-8`)
      expect(abroad).toMatchObject({ timeZone, locale }) // the machine did believe it
      expect(abroad.counted).toEqual(home.counted)
    }
  },
)
