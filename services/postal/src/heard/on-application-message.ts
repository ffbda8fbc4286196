import { type ApplicationMessage, applicationTopic, type LodgedPapers } from '@dossier/contracts/application'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import { inTurn } from '@dossier/platform/inbox'
import type { Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { addFacts, insertNewPapers } from '../custody/facts.ts'
import { countedPapers } from '../custody/papers.ts'
import { lockDossier } from '../dossier-lock.ts'

const keep = `
  insert into dossier (id, desk, procedure, applicant) values ($1, $2, $3, $4)
  on conflict on constraint dossier_pk do update set applicant = excluded.applicant`
const deskOf = 'select desk from dossier where id = $1'

type Deps = { db: Pool; clock: Clock }

/** Papers somebody took in over a desk are from then on in its keeping. Those sent by post the handover record has moved. */
export const onApplicationMessage = ({ db, clock }: Deps) =>
  inTurn(db, { name: 'postal.application', lock: lockDossier }, applicationTopic, async (tx, message) => {
    const { applicationId: dossierId, event, seq } = message
    const now = clock.now()
    const lodged = await lodgedIn(tx, message)
    if (lodged === undefined || event.handoverRecord !== undefined) return
    await register(tx, { dossierId, ...lodged, why: `application:${seq}` }, now)
  })

type Lodged = { desk: OrganisationCode; at: Instant; papers: LodgedPapers }

const lodgedIn = async (tx: Tx, { applicationId, event, at }: ApplicationMessage): Promise<Lodged | undefined> => {
  const { papers = [] } = event
  if (event.type === 'ApplicationSubmitted') {
    const { receivingDesk: desk, procedureVersion, submittedAt, applicant } = event
    await tx.query(keep, [applicationId, desk, procedureVersion.split('@')[0], applicant])
    return { desk, at: submittedAt, papers }
  }
  const [row] = (await tx.query<{ desk: OrganisationCode }>(deskOf, [applicationId])).rows
  return row === undefined ? undefined : { desk: row.desk, at, papers }
}

const register = async (
  tx: Tx,
  { dossierId, desk, at, papers: lodged, why }: Lodged & { dossierId: DossierId; why: string },
  now: Instant,
): Promise<void> => {
  const papers = countedPapers(Object.fromEntries(lodged.map(({ component, ...counts }) => [component, counts])))
  if (papers.length === 0) return
  await insertNewPapers(tx, dossierId, papers, at)
  const to = { kind: 'desk', organisation: desk } as const
  const each = papers.map(({ paper }) => paper)
  await addFacts(
    tx,
    dossierId,
    [{ step: 'registered', papers: each, from: null, to, happenedAt: at, why, place: desk, givenBy: 'sender' }],
    now,
  )
}
