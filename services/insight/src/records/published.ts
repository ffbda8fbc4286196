import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import type { Officer } from '@dossier/contracts/organisation'
import type { Statutes } from '@dossier/domain/clock-audit'
import { makeTree } from '@dossier/domain/organisations'
import type { PoolClient } from 'pg'

const all = 'select topic, key, revision, body from copy'

type Row = { topic: string; key: string; revision: number; body: unknown }
export type Law = { statutes: Statutes; officers: ReadonlyMap<string, Officer> }

/** The law and the officers as the ledger has its copy of them. */
export const readPublished = async (client: Pick<PoolClient, 'query'>): Promise<Law> => {
  const { rows } = await client.query<Row>(all)
  const of = <B>(topic: { name: string; schema: { parse: (row: unknown) => { key: string; body: B } } }) =>
    new Map(
      rows.filter((row) => row.topic === topic.name).map((row) => [row.key, topic.schema.parse(row).body] as const),
    )
  return {
    statutes: {
      procedures: of(procedureTopic),
      calendars: of(calendarTopic),
      organisations: makeTree([...of(organisationTopic).values()]),
    },
    officers: of(officerTopic),
  }
}
