import { OrganisationCode } from '@dossier/contracts/organisation'
import { currentRequest } from '@dossier/platform/context'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mayActAs } from '../acting.ts'
import type { Inside } from '../app.ts'
import { Contact } from '../parcels/collection.ts'
import { common } from '../problems.ts'

const Address = z.object({ parcel: z.string(), recipient: Contact }).meta({ id: 'ParcelAddress' })
const schema = {
  summary:
    'To whom and where the parcels go that a post office of the caller has for citizens; every look is recorded, of each',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ addresses: z.array(Address) }) },
}
const read = `
  select p.code as parcel, r.contact as recipient from parcel p join recipient r on r.parcel = p.code
  where p.office = $1 and p.receiver is null and p.closed_at is null order by p.code limit 500`
const look = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id)
  select $1, $2, 'recipient', unnest($3::text[]), $4, $5`

/** What a courier needs at the door, where there may be no network. */
export const addresses: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  app.get('/addresses', { config: { access: 'officer' }, schema }, async ({ actor, query: { organisation } }) => {
    const acting = mayActAs(deps, actor, 'ReadRecipient', (one) => (one === organisation ? ['carrier'] : []))
    const rows = acting === undefined ? [] : (await deps.db.query(read, [organisation])).rows
    const found = z.array(Address).parse(rows)
    const mandate = acting === undefined ? null : `${acting.role}@${acting.organisation}`
    const about = acting === undefined ? [organisation] : found.map(({ parcel }) => parcel)
    const requestId = currentRequest()?.requestId ?? 'none'
    await deps.db.query(look, [actor.subject, mandate, about, acting !== undefined, requestId])
    if (acting === undefined) throw common('not-permitted')
    return { addresses: found }
  })
}
