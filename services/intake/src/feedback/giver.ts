import { type Caller, Subject } from '@dossier/contracts/actor'
import type { GiverContact } from '@dossier/contracts/contact'
import { currentRequest } from '@dossier/platform/context'
import type { Pool } from 'pg'
import { common } from '../problems.ts'
import { serviceMay } from '../views.ts'
import { readFeedback } from './record.ts'

const keep = 'insert into feedback_look (viewer, capacity, feedback_id, request_id) values ($1, $2, $3, $4)'
const consent = { email: null, sms: null, zalo: null }

/**
 * How to reach whoever gave feedback, for the service that tells people; every look is written down. Of a denunciation not even
 * the name leaves intake: a message to the denouncer needs none.
 */
export const makeGiverOf =
  (db: Pool) =>
  async (caller: Caller, id: string): Promise<GiverContact> => {
    const may = serviceMay(caller, { scope: 'intake.contact', accounts: ['service:notifications'] })
    const kept = await readFeedback(db, id)
    if (kept !== undefined)
      await db.query(keep, [caller.subject, may ? 'service' : null, id, currentRequest()?.requestId ?? 'none'])
    if (!may) throw common('not-permitted')
    if (kept === undefined) throw common('not-found')
    const { contact, giver, reference, register } = kept
    return {
      reference,
      giver: {
        name: register === 'denunciation' ? null : (contact['name'] ?? null),
        phone: contact['phone'] ?? null,
        email: contact['email'] ?? null,
        account: giver === null ? null : Subject.parse(giver),
        language: 'vi',
        consent,
      },
    }
  }
