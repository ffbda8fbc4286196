import { applicationTopic } from './application.ts'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from './catalogue.ts'
import { dossierTopic } from './dossier.ts'

/** Every topic there is: what is stored as samples, drawn in the AsyncAPI document and created by the stacks. */
export const topics = [
  dossierTopic,
  applicationTopic,
  procedureTopic,
  organisationTopic,
  calendarTopic,
  officerTopic,
] as const
