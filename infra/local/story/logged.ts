import pg from 'pg'
import { database } from '../databases.ts'
import { addressesOf, type StackPlan } from '../stack-plan.ts'

const looks = `
  select viewer as who from casework.dossier_look where dossier_id = $1 and capacity is null
  union select viewer from intake.view_of_person where application_id = $1 and not granted order by who`
const acts = `select account as who, command from casework.refused_act where dossier_id = $1 order by id`

/** Who was refused a look at a dossier, and who an act, as the services have written it down; no route shows this. */
export const refusedAt = async (plan: StackPlan, dossierId: string) => {
  const url = new URL(addressesOf(plan).postgres)
  url.pathname = `/${database}`
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    const looked = await db.query<{ who: string }>(looks, [dossierId])
    const acted = await db.query<{ who: string; command: string }>(acts, [dossierId])
    return {
      looks: looked.rows.map(({ who }) => who),
      acts: acted.rows.map(({ who, command }) => `${who} ${command}`),
    }
  } finally {
    await db.end()
  }
}
