import { fileTypeFromFile } from 'file-type'
import { isActivePdf } from './active-pdf.ts'
import { isUnsafeZip } from './unsafe-zip.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The media types an upload may have. */
export const uploadTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', docx] as const
const allowed: ReadonlySet<string> = new Set(uploadTypes)

/**
 * What a file is by its magic bytes: name and declared type are whatever the sender wrote. 'not-allowed' for all that is not
 * on the list, 'active' for a document that runs code, carries files or unpacks beyond measure.
 */
export const typeByContent = async (
  path: string,
): Promise<{ type: string } | { refused: 'not-allowed' | 'active' }> => {
  const type = (await fileTypeFromFile(path))?.mime
  if (type === undefined || !allowed.has(type)) return { refused: 'not-allowed' }
  const isUnsafe =
    (type === 'application/pdf' && (await isActivePdf(path))) || (type === docx && (await isUnsafeZip(path)))
  return isUnsafe ? { refused: 'active' } : { type }
}
