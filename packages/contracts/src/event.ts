import * as z from 'zod'

/** One kind of event: its name, the sentence that says when it happens (generated lists show it), and its members. */
export const event = <T extends string, S extends z.ZodRawShape>(type: T, when: string, shape: S) =>
  z.object({ type: z.literal(type), ...shape }).describe(when)
