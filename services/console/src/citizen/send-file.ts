import { orProblem } from '../frame/api.ts'

/** Sends one file and gives the id by which an application takes it. The same key is the same file, sent once. */
export const sendFile = async (file: File, key: string): Promise<string> => {
  const body = new FormData()
  body.append('file', file)
  const sent = fetch('/api/intake/uploads', { method: 'POST', headers: { 'idempotency-key': key }, body })
  const { uploadId } = await orProblem(sent.then(answerOf))
  return uploadId
}

const answerOf = async (response: Response): Promise<{ data?: { uploadId: string }; error?: unknown }> => {
  const body: unknown = await response.json()
  return response.ok ? { data: { uploadId: String(Object(body).uploadId) } } : { error: body }
}
