import * as z from 'zod'
import { OrganisationCode } from './organisation.ts'
import { Day, Instant } from './time.ts'

/** The services of QĐ 45/2016 art. 5 (send a dossier, receive a result, both), and papers between agencies (art. 16.2). */
export const PostalService = z.enum(['send', 'receive', 'both', 'papers'])
export type PostalService = z.infer<typeof PostalService>

const count = z.int().min(0)
/** A share always shows what it is made of; of nothing there is no share. */
const Share = z.object({ numerator: count, denominator: count }).meta({ id: 'Share' })
const dong = z.int().min(0)

/** For which months the post reports (TT 17/2017 art. 13). */
export const ReportPeriod = z.enum(['quarter', 'half-year', 'year'])
export type ReportPeriod = z.infer<typeof ReportPeriod>

/** The periodic report of TT 17/2017 art. 13, recounted from what happened: nothing in it is entered by hand. */
export const PostalReport = z
  .object({
    period: ReportPeriod,
    from: Day,
    /** The first day that does not belong to it. */
    to: Day,
    /** It is sent before this day: the 10th of the month that follows. */
    sendBefore: Day,
    /** As recorded by this moment: a scan that comes later may still change it. */
    asOf: Instant,
    /** The agencies parcels went from or to. */
    served: z.array(OrganisationCode),
    services: z.array(z.object({ service: PostalService, volume: count, revenue: dong })),
    /** `carriedOver` + `posted` = `delivered` + `returned` + `lost` + `damaged` + `underWay`. */
    parcels: z.object({
      carriedOver: count,
      posted: count,
      delivered: count,
      returned: count,
      lost: count,
      damaged: count,
      underWay: count,
    }),
    /** Of what was delivered, how much by its promised day. */
    onTime: Share,
    /** `carriedOver` + `received` = `answered` + `open`. */
    complaints: z.object({
      carriedOver: count,
      received: count,
      answered: count,
      upheld: count,
      open: count,
      inTime: Share,
    }),
    compensation: z.object({ cases: count, value: dong, paid: dong }),
    /** Parcels neither lost nor damaged, of all that were carried: (n - 1)/n (art. 7.1 wants all). */
    safety: Share,
  })
  .meta({ id: 'PostalReport' })
export type PostalReport = z.infer<typeof PostalReport>
