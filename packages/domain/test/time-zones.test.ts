import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('everything-counted.ts', import.meta.url))
const under = (zone: string): { zone: string; counted: unknown } =>
  JSON.parse(
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    }),
  )

test('the law gives the same dates on machines in Greenwich, in Hà Nội and in California', { timeout: 60_000 }, () => {
  const home = under('Asia/Ho_Chi_Minh')
  for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    const abroad = under(zone)
    expect(abroad.zone).toBe(zone) // the machine did believe it
    expect(abroad.counted).toEqual(home.counted)
  }
})
