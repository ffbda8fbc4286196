import { applicationTopic } from '@dossier/contracts/application'
import { dossierTopic } from '@dossier/contracts/dossier'
import { feedbackTopic } from '@dossier/contracts/feedback'
import { parcelTopic } from '@dossier/contracts/parcel'
import type { OrganisationTree } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import { inTurn } from '@dossier/platform/inbox'
import type { Pool } from 'pg'
import { draftLetter } from './letters/draft.ts'
import type { Facts } from './telling/facts.ts'
import { newsOfDossier, newsOfFeedback, newsOfParcel, remember } from './telling/heard.ts'
import { note } from './telling/notices.ts'

type Deps = { db: Pool; clock: Clock; organisations: () => OrganisationTree; heard: () => void }

/** What happens at each message: who is to be told and which letter is due is written down; the loops do the rest. `heard` rings after each. */
export const makeHear = ({ db, clock, organisations, heard: ring }: Deps) => {
  const context = () => ({ tree: organisations(), now: clock.now() })
  const then =
    <M, D>(hear: (message: M, delivery?: D) => Promise<void>) =>
    async (message: M, delivery?: D) => {
      await hear(message, delivery)
      ring()
    }
  return {
    dossier: then(
      inTurn(db, 'notifications.dossier', dossierTopic, async (tx, message) => {
        const { dossierId: subject, seq, at, event, actor } = message
        const heard = await remember(tx, subject, newsOfDossier(message))
        const facts: Facts = { at, seq, event, heard, actor: actor.person }
        await note(tx, { topic: 'casework.dossier.v1', subject, facts }, context())
        await draftLetter(tx, message, organisations())
      }),
    ),
    parcel: then(
      inTurn(db, 'notifications.parcel', parcelTopic, async (tx, message) => {
        const { dossierId: subject, seq, happenedAt: at, event } = message
        const heard = await remember(tx, subject, newsOfParcel(message))
        await note(tx, { topic: 'postal.parcel.v1', subject, facts: { at, seq, event, heard, actor: null } }, context())
      }),
    ),
    // Told with the dossier the ledger opens for it; heard all the same, so that nothing here rests on which comes first.
    application: inTurn(db, 'notifications.application', applicationTopic, async () => {}),
    feedback: then(
      inTurn(db, 'notifications.feedback', feedbackTopic, async (tx, message) => {
        const { feedbackId: subject, seq, at, event } = message
        const heard = await remember(tx, subject, newsOfFeedback(message))
        await note(
          tx,
          { topic: 'intake.feedback.v1', subject, facts: { at, seq, event, heard, actor: null } },
          context(),
        )
      }),
    ),
  }
}
