import { applicationTopic } from './application.ts'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from './catalogue.ts'
import { dossierTopic } from './dossier.ts'
import { feedbackTopic } from './feedback.ts'
import { findingTopic } from './finding.ts'
import { letterTopic } from './letter.ts'
import { parcelTopic } from './parcel.ts'

/** Every topic there is: what is stored as samples, drawn in the AsyncAPI document and created by the stacks. */
export const topics = [
  dossierTopic,
  applicationTopic,
  feedbackTopic,
  findingTopic,
  parcelTopic,
  letterTopic,
  procedureTopic,
  organisationTopic,
  calendarTopic,
  officerTopic,
] as const
