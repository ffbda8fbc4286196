import { LightShown } from '../frame/light.tsx'
import { day, daysUntil } from '../frame/moments.ts'
import type { Parcel } from './offices.ts'

/** The promised day (J + n), with its light; nothing is promised before the post has taken the parcel. */
export const PromisedBy = ({ parcel: { promised, closedAt } }: { parcel: Parcel }) => {
  if (promised === null) return null
  const left = daysUntil(promised.on)
  const light = left < 0 ? 'overdue' : left === 0 ? 'due-soon' : 'in-time'
  return (
    <>
      {day(promised.on)} {closedAt === null && <LightShown light={light} />}
    </>
  )
}
