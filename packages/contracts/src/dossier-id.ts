import * as z from 'zod'

/** Id of a dossier from the first application on; workflow id, Kafka key and file folder too. UUIDv7. */
export const DossierId = z.uuidv7().brand('DossierId')
export type DossierId = z.infer<typeof DossierId>
