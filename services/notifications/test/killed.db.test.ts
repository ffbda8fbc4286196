import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accepted, line, newDossier, openPost, type Post } from './post.ts'

let post: Post
let env: NodeJS.ProcessEnv
let sender: ChildProcess | undefined
beforeAll(async () => {
  post = await openPost()
  const { rows } = await post.db.query('select current_database() as name')
  env = {
    ...post.env,
    PATH: process.env['PATH'],
    DATABASE_URL: `${process.env['TEST_POSTGRES']}/${rows[0].name}`,
    // What the sender waits a minute for it waits a fifth of a second for here.
    CLOCK_WALL: new Date().toISOString(),
    CLOCK_ORIGIN: post.time.at,
    CLOCK_SPEED: '300',
  }
})
afterAll(async () => {
  sender?.kill('SIGKILL')
  await post.close()
})

const start = async () => {
  const child = spawn(process.execPath, [new URL('sender-process.ts', import.meta.url).pathname], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  sender = child
  await new Promise<void>((ready) => child.stdout.once('data', () => ready()))
  return child
}
const kill = (child: ChildProcess) =>
  new Promise<void>((gone) => {
    child.once('exit', () => gone())
    child.kill('SIGKILL')
  })
const underWay = async () => (await post.db.query(`select from message where state = 'sending'`)).rowCount !== 0
const unfinished = async () => {
  const { rows } = await post.db.query<{ n: number }>(
    `select (select count(*) from notice where state = 'waiting')::int
      + (select count(*) from message where state in ('queued', 'sending', 'ambiguous'))::int as n`,
  )
  return rows[0]?.n ?? 0
}

test(
  'killed again and again between an effect and its acknowledgement, nothing is doubled, missing or out of order',
  { timeout: 120_000 },
  async () => {
    // Both take a message at once and think about their answer: that is where the sender dies.
    await post.mail({ delayMs: 120 })
    post.gateway('sms', { delayMs: 120 })
    const ids = Array.from({ length: 40 }, newDossier)
    for (const id of ids) {
      await accepted(post, id)
      await post.hear.dossier(line('SupplementRequested', id, 3))
    }
    let kills = 0
    while ((await unfinished()) > 0 && kills < 12) {
      const child = await start()
      // Some die while they prepare, most while they wait for an answer.
      if (kills % 4 > 0) await vi.waitUntil(underWay, { timeout: 20_000, interval: 5 })
      await setTimeout((kills * 23) % 90)
      await kill(child)
      kills += 1
    }
    const orphans = await post.db.query(`select from attempt where why = 'the sender stopped before it knew'`)
    await post.mail({})
    post.gateway('sms', {})
    await start()
    await expect.poll(unfinished, { timeout: 60_000, interval: 100 }).toBe(0)

    expect(kills).toBeGreaterThan(5)
    expect(orphans.rowCount).toBeGreaterThan(10) // it did die there
    const mailed = post.mailbox.all().map(({ messageId }) => messageId)
    const texted = post.sent.all().map(({ trackingId }) => trackingId)
    expect([mailed.length, new Set(mailed).size]).toEqual([80, 80])
    expect([texted.length, new Set(texted).size]).toEqual([80, 80])
    const { rows } = await post.db.query<{ subject: string; template: string; reference: string }>(
      `select m.subject, n.template, m.reference from message m join notice n on n.id = m.notice_id where m.channel = 'email'`,
    )
    const byReference = new Map(rows.map((row) => [row.reference, row]))
    for (const id of ids)
      expect(
        mailed
          .flatMap((one) => byReference.get(one) ?? [])
          .filter(({ subject }) => subject === id)
          .map(({ template }) => template),
      ).toEqual(['accepted', 'supplement-requested'])
  },
)
