import { readFile } from 'node:fs/promises'
import { Confidence } from '@dossier/contracts/time'
import * as z from 'zod'

const text = z.string().min(1)
/** An event in life (sự kiện trong đời) and the procedures people look for then. Which they are is data, with how sure it is. */
export const LifeEvent = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    name: z.strictObject({ vi: text, en: text }),
    confidence: Confidence,
    /** Codes of procedures, whichever version is in force. */
    procedures: z.array(text).min(1),
  })
  .meta({ id: 'LifeEvent' })
export type LifeEvent = z.infer<typeof LifeEvent>

/** Reads them from the folder of the law's files; a folder without the file has none. Throws where the file does not fit. */
export const readLifeEvents = async (folder: URL): Promise<LifeEvent[]> => {
  const file = await readFile(new URL('life-events.json', folder), 'utf8').catch((error: unknown) => {
    if (Object(error).code === 'ENOENT') return '[]'
    throw error
  })
  return z.array(LifeEvent).parse(JSON.parse(file.normalize('NFC')))
}
