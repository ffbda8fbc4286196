/** Today as `2026-11-24`, by the clock of Vietnam. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
