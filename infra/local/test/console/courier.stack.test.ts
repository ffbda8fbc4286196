import pg from 'pg'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { scaledNow } from '../../clock.ts'
import { databaseUrl } from '../../databases.ts'
import { addressesOf } from '../../stack-plan.ts'
import { done, papersOf } from '../../story/custody.ts'
import { business, centre } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const worker = 'officer:xa-ia-grai.post'
const clerk = 'officer:xa-ia-grai.intake'

/** Papers of so many citizens taken in by the courier's office, without a browser; gives the parcels' codes. */
const collected = async (count: number): Promise<string[]> => {
  const codes: string[] = []
  for (let n = 0; n < count; n += 1) {
    const taken = await done(
      peopleOf(plan)(worker).post('postal', '/collections', {
        desk: centre,
        procedure: business,
        papers: {
          '01': { originals: 1, certifiedCopies: 0, copies: 0 },
          '02': { originals: 0, certifiedCopies: 0, copies: 1 },
        },
        postage: 26_000,
        returnBy: 'desk',
        sender: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã Ia Grai' },
        slipSigned: true,
        sealedBeforeSender: true,
      }),
    )
    codes.push(String(taken['parcel']))
  }
  return codes
}
/** A parcel the courier has for a citizen: papers that came by post, going back the same way. */
const toDeliver = async (): Promise<string> => {
  const [parcel = ''] = await collected(1)
  const [desk, courier] = [peopleOf(plan)(clerk), peopleOf(plan)(worker)]
  const counted = {
    '01': { originals: 1, certifiedCopies: 0, copies: 0 },
    '02': { originals: 0, certifiedCopies: 0, copies: 1 },
  }
  const found = { parcel, sealWhole: true, complete: true, counted, fees: {} }
  const record = await done(desk.post('postal', '/handover-records', { desk: centre, parcels: [found] }))
  await done(courier.post('postal', `/handover-records/${String(record['number'])}/signature`, {}))
  const { body } = await desk.get('postal', `/parcels/${parcel}`)
  const dossierId = String(body['dossierId'])
  const papers = (await papersOf(desk, dossierId)).map(({ paper }) => paper)
  const packing = { dossierId, from: centre, to: null, papers, postage: 26_000 }
  const code = String((await done(desk.post('postal', '/parcels', packing)))['code'])
  const taken = { step: 'taken', detail: { papers: papers.length } }
  await done(courier.post('postal', `/parcels/${code}/steps`, taken))
  return code
}
/** What postal has of these parcels, but for the slips' own. */
const scansOf = async (codes: readonly string[]) => {
  const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'postal') })
  await db.connect()
  const { rows } = await db.query<{ parcel: string; step: string; refusal: string | null }>(
    `select parcel, step, refusal from scan where parcel = any($1) and id not like 'slip:%' order by parcel`,
    [codes],
  )
  await db.end()
  return rows
}
const scan = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Mã bưu gửi' }).fill(code)
  await page.getByRole('button', { name: 'Ghi lượt quét' }).click()
  await page.getByText(new RegExp(`^${code}: `)).waitFor()
}
/** After the papers were taken in, by the clock of the stack; from then on it stands. */
const setWatch = (context: BrowserContext) => context.clock.setFixedTime(scaledNow(plan.folder))
const ready = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => true)')
const isKept = (page: Page) => page.evaluate('navigator.serviceWorker.controller !== null')

describe.skipIf(findChromium() === undefined)('a courier with a phone', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('thirty scans without a network, some twice, are sent when it is back, and each counts once', async () => {
    const codes = await collected(30)
    const { page, context, complaints } = await browser.signedIn(worker, '/buu-ta')
    await setWatch(context)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.getByText(/^Danh sách lúc /).waitFor()
    await page.getByText(codes[0] ?? '').waitFor()
    await ready(page)
    await expect.poll(() => isKept(page)).toBe(true)
    await expectAccessible(page)

    await context.setOffline(true)
    await page.reload() // the phone was put away, and taken out again far from any network
    await page.getByText('○ Mất mạng, vẫn quét được').waitFor()
    await page
      .getByText(codes[0] ?? '')
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Đi phát' }).click()
    for (const code of codes) await scan(page, code)
    for (const code of codes.slice(0, 8)) {
      await scan(page, code)
      await page.getByText(`${code}: hôm nay đã quét “Đi phát”, không ghi lần nữa.`).waitFor()
    }
    await page.getByRole('textbox', { name: 'Mã bưu gửi' }).fill('CA100000004VN')
    await page.getByRole('button', { name: 'Ghi lượt quét' }).click()
    await page.getByText(/Chữ số kiểm tra của mã bưu gửi sai/).waitFor()
    await page.getByText('30 lượt quét chưa gửi').waitFor()
    await expectAccessible(page)
    expect(await scansOf(codes)).toEqual([])

    // The first answer is lost on the way: what was sent is sent again.
    let lost = 0
    await page.route('**/api/postal/scans', async (route) => {
      lost += 1
      await route.fetch()
      await route.abort()
      await page.unroute('**/api/postal/scans')
    })
    await context.setOffline(false)
    await expect.poll(() => lost).toBe(1)
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await page.getByText('Mọi lượt quét đã gửi.').waitFor()
    expect(await scansOf(codes)).toEqual(
      codes.toSorted().map((parcel) => ({ parcel, step: 'out-for-delivery', refusal: null })),
    )
    expect(complaints).toEqual([])
  })

  test('a session that has ended keeps the scans; they go when the same courier is back', async () => {
    const [code = ''] = await collected(1)
    const { page, context } = await browser.signedIn(worker, '/buu-ta')
    await setWatch(context)
    await page.reload()
    await page.getByText(code).waitFor()
    const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'console') })
    await db.connect()
    await db.query('delete from session')
    await db.end()
    await page.getByRole('button', { name: 'Chưa phát được' }).click()
    await scan(page, code)
    await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor()
    expect(await scansOf([code])).toEqual([])
    await page.goto(`${browser.site}/session/begin?to=/buu-ta`) // the issuer still knows who it is
    await page.waitForURL(`${browser.site}/buu-ta`)
    await page.getByText('Mọi lượt quét đã gửi.').waitFor()
    await expect.poll(() => scansOf([code])).toEqual([{ parcel: code, step: 'attempted', refusal: null }])
  })

  test('at a door without a network there are address, signature and photo; the desk sees both, and signing out erases addresses', async () => {
    const code = await toDeliver()
    const { page, context, complaints } = await browser.signedIn(worker, '/buu-ta')
    await setWatch(context)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.getByText('Làng mẫu, xã Ia Grai').waitFor()
    await ready(page)
    await expect.poll(() => isKept(page)).toBe(true)
    await context.setOffline(true)
    await page.reload()
    await page.getByText('○ Mất mạng, vẫn quét được').waitFor()
    await page.getByText('Làng mẫu, xã Ia Grai').waitFor()

    await page.getByRole('button', { name: 'Đã phát' }).click()
    await page.getByRole('checkbox', { name: 'Đã đối chiếu giấy tờ tùy thân' }).check()
    await page.getByRole('img', { name: 'Ô ký tên, chưa có chữ ký' }).scrollIntoViewIfNeeded()
    const field = (await page.getByRole('img', { name: /^Ô ký tên/ }).boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.move(field.x + 40, field.y + 60)
    await page.mouse.down()
    for (const [x, y] of [
      [90, 20],
      [140, 80],
      [240, 40],
    ] as const)
      await page.mouse.move(field.x + x, field.y + y, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('img', { name: 'Ô ký tên, đã có chữ ký' }).waitFor()
    await expect.poll(() => page.getByRole('checkbox', { name: /đã ký vào phiếu/ }).isChecked()).toBe(true)
    const photo = await page.screenshot()
    await page.locator('input[type="file"]').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: photo })
    await page.getByRole('img', { name: 'Ảnh vừa chụp' }).waitFor()
    await expectAccessible(page)
    await scan(page, code)
    await page.getByText('2 chữ ký, ảnh chưa gửi').waitFor()

    await context.setOffline(false)
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await page.getByText('Mọi lượt quét đã gửi.').waitFor()
    await page.getByText(/chữ ký, ảnh chưa gửi/).waitFor({ state: 'detached' })

    const desk = await browser.signedIn(clerk, '/giao-nhan')
    await desk.page.getByRole('group', { name: 'Xem chữ ký, ảnh khi phát' }).getByRole('textbox').fill(code)
    await desk.page.getByRole('button', { name: 'Mở', exact: true }).click()
    await desk.page.getByText(/^Đã phát cho công dân · /).waitFor()
    for (const [button, picture] of [
      ['Xem chữ ký của người nhận', 'Chữ ký của người nhận'],
      ['Xem ảnh', 'Ảnh'],
    ] as const) {
      await desk.page.getByRole('button', { name: button }).click()
      const shown = desk.page.getByRole('img', { name: picture, exact: true })
      const height = async () => (await shown.boundingBox())?.height ?? 0
      await expect.poll(height).toBeGreaterThan(100)
    }
    await expectAccessible(desk.page)

    await page
      .getByRole('button', { name: /Ia Grai|Bưu|post/i })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click()
    await page.waitForURL((url) => !url.href.startsWith(`${browser.site}/buu-ta`))
    await page.goto(`${browser.site}/buu-ta`)
    const shelves = 'indexedDB.databases().then((all) => all.map(({ name }) => name))'
    await expect.poll(() => page.evaluate(shelves)).not.toContain('buu-ta-dia-chi')
    expect(await page.getByText('Làng mẫu, xã Ia Grai').count()).toBe(0)
    expect(complaints).toEqual([])
  }, 60_000)

  test('nothing is kept as delivered before identity is checked and the recipient has signed', async () => {
    const { page, context } = await browser.signedIn(worker, '/buu-ta')
    await setWatch(context)
    await page.getByRole('button', { name: 'Đã phát' }).click()
    await page.getByRole('textbox', { name: 'Mã bưu gửi' }).fill('CA100000003VN')
    await page.getByRole('button', { name: 'Ghi lượt quét' }).click()
    await page.getByText(/^Chưa phát được: phải đối chiếu/).waitFor()
    await page.getByText('Mọi lượt quét đã gửi.').waitFor()
    await expectAccessible(page)
    const manifest = await page.locator('link[rel="manifest"]').getAttribute('href')
    expect((await page.request.get(`${browser.site}${manifest}`)).status()).toBe(200)
  })
})
