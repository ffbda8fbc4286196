import * as z from 'zod'

/** What becomes of a parcel; `silent` moves and says nothing by itself, whoever asks is told. */
export const Journey = z.enum(['delivers', 'absent', 'refused', 'comes-back', 'loses', 'damages', 'stands-still'])
export type Journey = z.infer<typeof Journey>

/** How well this carrier works: everything can be set for all parcels to come, or for one. */
export const Behaviour = z.strictObject({
  journey: Journey,
  /** Added to each step of the way, in hours. */
  delayHours: z.number().min(0).max(10_000),
  /** Whether the delivery is shown by identity check and signature when asked for. */
  proves: z.boolean(),
  calls: z.strictObject({
    /** Says nothing by itself: whoever wants to know must ask. */
    silent: z.boolean(),
    /** How often each call comes again. */
    duplicates: z.int().min(0).max(20),
    /** Calls that are due together go out newest first. */
    disordered: z.boolean(),
    /** Hours between a status and its call. */
    lateHours: z.number().min(0).max(10_000),
    /** After each call comes one of the same parcel, delivered, that somebody else signed. */
    forged: z.boolean(),
    /** After each call comes the same again, under another transaction with the old signature. */
    replayed: z.boolean(),
  }),
})
export type Behaviour = z.infer<typeof Behaviour>

export const wellBehaved: Behaviour = {
  journey: 'delivers',
  delayHours: 0,
  proves: true,
  calls: { silent: false, duplicates: 0, disordered: false, lateHours: 0, forged: false, replayed: false },
}

/** What is to be changed of it. */
export const BehaviourChange = z.strictObject({
  /** One parcel, by either of its codes; without one, all that are ordered from now on. */
  parcel: z.string().optional(),
  /** Out of order: every question and every order is answered 503. */
  down: z.boolean().optional(),
  ...Behaviour.omit({ calls: true }).partial().shape,
  calls: Behaviour.shape.calls.partial().optional(),
})
export type BehaviourChange = z.infer<typeof BehaviourChange>

export const changed = (before: Behaviour, { calls, journey, delayHours, proves }: BehaviourChange): Behaviour => ({
  journey: journey ?? before.journey,
  delayHours: delayHours ?? before.delayHours,
  proves: proves ?? before.proves,
  calls: { ...before.calls, ...Object.fromEntries(Object.entries(calls ?? {}).filter(([, set]) => set !== undefined)) },
})

type Step = [code: string, afterHours: number]
const collected: Step[] = [
  ['1', 0],
  ['2', 0.1],
  ['3', 1],
  ['4', 3],
  ['5', 15],
  ['6', 17],
]

/** The statuses of a journey, in this carrier's codes, each so many hours after the order. */
export const stepsOf = (journey: Journey): Step[] => {
  switch (journey) {
    case 'delivers':
      return [...collected, ['7', 18]]
    case 'absent':
      return [...collected, ['81', 18], ['6', 89], ['7', 90]]
    case 'refused':
      return [...collected, ['83', 18], ['9', 66]]
    case 'comes-back':
      return [...collected, ['81', 18], ['6', 185], ['81', 186], ['9', 258]] // a week between: two working days at least
    case 'loses':
      return [...collected.slice(0, 4), ['10', 120]]
    case 'damages':
      return [...collected, ['11', 17.5]]
    case 'stands-still':
      return collected.slice(0, 2)
  }
}
