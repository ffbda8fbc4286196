import type { Tx } from '@dossier/platform/postgres'

/** An upload as its row says; `applicationId` once an application has taken it. */
export type Upload = {
  id: string
  sha256: string
  size: number
  type: string
  name: string
  uploadedBy: string
  uploadedAt: string
  applicationId: string | null
  component: string | null
}

const insert = `
  insert into upload (id, sha256, size, type, name, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7)`
const columns = `
  id, sha256, size::float8 as size, type, name, uploaded_by as "uploadedBy", uploaded_at as "uploadedAt",
  application_id as "applicationId", component`
const one = `select ${columns} from upload where id = $1`
const ofApplication = `select ${columns} from upload where application_id = $1 order by component, id`
const free = 'select id from upload where id = any($1) and uploaded_by = $2 and application_id is null'
const take = `
  update upload u set application_id = $1, component = wanted.component
  from unnest($2::uuid[], $3::text[]) as wanted (id, component)
  where u.id = wanted.id and u.uploaded_by = $4 and u.application_id is null`

export const recordUpload = async (tx: Tx, upload: Omit<Upload, 'applicationId' | 'component'>): Promise<void> => {
  const { id, sha256, size, type, name, uploadedBy, uploadedAt } = upload
  await tx.query(insert, [id, sha256, size, type, name, uploadedBy, uploadedAt])
}

export const findUpload = async (db: Tx, id: string): Promise<Upload | undefined> =>
  (await db.query<Upload>(one, [id])).rows[0]

export const uploadsOf = async (db: Tx, applicationId: string): Promise<Upload[]> =>
  (await db.query<Upload>(ofApplication, [applicationId])).rows

/** Which of these the uploader may still use. */
export const freeUploads = async (db: Tx, ids: readonly string[], uploadedBy: string): Promise<Set<string>> =>
  new Set((await db.query<{ id: string }>(free, [ids, uploadedBy])).rows.map(({ id }) => id))

type Taking = { applicationId: string; uploadedBy: string; wanted: { id: string; component: string }[] }

/** Gives uploads to an application, for good. False if one of them was taken meanwhile, or never was the uploader's. */
export const takeUploads = async (tx: Tx, { applicationId, uploadedBy, wanted }: Taking): Promise<boolean> => {
  const ids = wanted.map(({ id }) => id)
  const components = wanted.map(({ component }) => component)
  const { rowCount } = await tx.query(take, [applicationId, ids, components, uploadedBy])
  return rowCount === wanted.length
}
