// No zod here: the workflow bundles this file, and may import nothing else.

/**
 * How business time runs against the wall clock: at wall time `wall` it was `origin` (both in ms since 1970), and since
 * then it runs `speed` times as fast. It is part of a workflow's start input.
 */
export type TimeScale = { wall: number; origin: number; speed: number }

/** Business time is wall time. */
export const realTime: TimeScale = { wall: 0, origin: 0, speed: 1 }

/** Business time, in ms since 1970, at wall time `wallMs`. */
export const businessMs = (wallMs: number, { wall, origin, speed }: TimeScale): number =>
  origin + (wallMs - wall) * speed

/** Wall milliseconds from `wallNow` until business time reaches `at` (an instant); 1 if it has passed. */
export const wallMsUntil = (at: string, wallNow: number, scale: TimeScale): number =>
  Math.max(1, Math.ceil((Date.parse(at) - businessMs(wallNow, scale)) / scale.speed))
