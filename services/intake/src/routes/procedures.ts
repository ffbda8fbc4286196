import { Level, OrganisationCode } from '@dossier/contracts/organisation'
import { Channel } from '@dossier/contracts/procedure'
import { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { ruleSetOn } from '@dossier/domain/rule-set'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { lineOf, PostedLine, PostedProcedure, postingOf } from '../posting/posted-procedure.ts'
import { matching } from '../posting/search.ts'
import { common, refusal } from '../problems.ts'
import type { Published } from '../published.ts'

const config = { access: 'public' } as const
const count = z.string().regex(/^\d{1,4}$/)
const list = {
  summary: 'The posted procedures in force on a day',
  querystring: z.strictObject({
    on: Day.optional(),
    q: z.string().max(200).default(''),
    field: z.string().max(100).optional(),
    level: Level.optional(),
    channel: Channel.optional(),
    limit: count.default('50'),
    offset: count.default('0'),
  }),
  response: { 200: z.object({ on: Day, total: z.int(), procedures: z.array(PostedLine) }) },
}
const detail = {
  summary: 'The public posting of one procedure',
  params: z.strictObject({ code: z.string().max(100) }),
  querystring: z.strictObject({
    on: Day.optional(),
    channel: Channel.optional(),
    desk: OrganisationCode.optional(),
  }),
  response: { 200: PostedProcedure },
}

const vietnamese = new Intl.Collator('vi')
const byName = (a: PostedLine, b: PostedLine) =>
  vietnamese.compare(a.field.name, b.field.name) || vietnamese.compare(a.name, b.name)

/** Public posting (NĐ 63/2010 art. 17): for everybody, without a login, from this service's own copy of the catalogue. */
export const procedures: FastifyPluginAsyncZod<{ clock: Clock; published: Published }> = async (
  app,
  { clock, published },
) => {
  const filled = () => {
    if (!published.isFilled()) throw common('unavailable', 'Nothing was published to this copy of the catalogue yet.')
  }
  app.get('/procedures', { config, schema: list }, async ({ query }) => {
    filled()
    const { on = dayOf(clock.now()), q, field, level, channel } = query
    const wanted = published
      .versionsOn(on)
      .filter((version) => field === undefined || version.field.code === field)
      .filter((version) => level === undefined || version.receivedAt.includes(level))
      .filter((version) => channel === undefined || version.channels.includes(channel))
      .map(lineOf)
      .toSorted(byName)
    const found = matching(wanted, q, (line) => `${line.code} ${line.name} ${line.field.name}`)
    const from = Number(query.offset)
    const limit = Math.min(100, Number(query.limit))
    return { on, total: found.length, procedures: found.slice(from, from + limit) }
  })

  app.get('/procedures/:code', { config, schema: detail }, async ({ params, query }) => {
    filled()
    const { on: day = dayOf(clock.now()), channel, desk } = query
    const version = published.versionOn(params.code, day)
    if (version === undefined) throw common('not-found', `Procedure ${params.code} is not posted for ${day}.`)
    if (channel !== undefined && !version.channels.includes(channel))
      throw refusal('channel-closed', channel, ruleSetOn(day).id)
    return postingOf(version, published.organisations(), { day, channel, desk })
  })
}
