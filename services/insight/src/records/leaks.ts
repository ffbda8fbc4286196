import type { Check } from './filed.ts'

/** No line of the record names a planted person. */
export const leaks: Check = (_, steps, { canaries }) =>
  steps.flatMap(({ line }) =>
    canaries.some((canary) => line.text.includes(canary)) ? [`a planted identity stands in line ${line.seq}`] : [],
  )
