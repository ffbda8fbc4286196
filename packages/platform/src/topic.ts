import type * as z from 'zod'

/** A topic as contracts state it: its name, what is told in it, and the key that orders it. */
export type Topic<T> = { name: string; schema: z.ZodType<T>; key: (message: T) => string }
