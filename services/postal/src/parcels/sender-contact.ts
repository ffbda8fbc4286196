import type { Caller } from '@dossier/contracts/actor'
import type { Contact } from '@dossier/contracts/contact'
import { mayPost } from '@dossier/domain/postal-permissions'
import { currentRequest } from '@dossier/platform/context'
import type { Pool } from 'pg'
import { common } from '../problems.ts'
import { Contact as Sender } from './collection.ts'

const read = 'select sender from collection where dossier_id = $1 order by is_supplement, collected_at limit 1'
const look = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id) values ($1, null, 'sender', $2, $3, $4)`

/**
 * How to reach the sender of a collected application, for the service that tells people, in the shape intake gives it; every look is
 * written down, refused ones too. Throws 403 for other services, 404 for what was never collected.
 */
export const senderContact = async (db: Pool, { kind, subject }: Caller, dossierId: string): Promise<Contact> => {
  const may = kind === 'service' && subject === 'service:notifications' && mayPost('ReadSender', 'system', [])
  const [row] = (await db.query<{ sender: unknown }>(read, [dossierId])).rows
  if (row !== undefined) await db.query(look, [subject, dossierId, may, currentRequest()?.requestId ?? 'none'])
  if (!may) throw common('not-permitted')
  if (row === undefined) throw common('not-found')
  const { name, phone } = Sender.parse(row.sender)
  const consent = { email: null, sms: null, zalo: null }
  return { applicant: { name, phone, email: null, account: null, language: 'vi', consent }, representative: null }
}
