import type { Run } from './run.ts'

// Kept in this browser until it is put aside: whoever leaves in the middle finds it again. It holds codes of dossiers and no person.
const place = (subject: string) => `viec-hang-loat:${subject}`

/** The run somebody left in this browser, or the one they have not yet put aside. */
export const keptRun = (subject: string): Run | undefined => {
  const text = localStorage.getItem(place(subject))
  return text === null ? undefined : JSON.parse(text)
}

export const keepRun = (subject: string, run: Run): void => localStorage.setItem(place(subject), JSON.stringify(run))

export const putRunAside = (subject: string): void => localStorage.removeItem(place(subject))
