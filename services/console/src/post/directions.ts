/** How an office meets a parcel: it comes to it, goes out from it, or is on the way in its hands. */
export const directions = ['in', 'out', 'way'] as const
export type Direction = (typeof directions)[number]
