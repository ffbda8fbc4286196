import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'
import { type Direction, directions } from './directions.ts'

type ParcelsAsked = { office?: string; view?: Direction; q?: string }
/** What a link to an office's parcels says. */
const parcelsAsked = ({ office, view, q }: Record<string, unknown>): ParcelsAsked => {
  const known = directions.find((one) => one === view)
  return {
    ...(typeof office === 'string' && { office }),
    ...(known !== undefined && { view: known }),
    ...(typeof q === 'string' && { q }),
  }
}
type OfficeAsked = { office?: string }
const officeAsked = ({ office }: Record<string, unknown>): OfficeAsked => (typeof office === 'string' ? { office } : {})
const inRoot = { getParentRoute: () => root } as const

const parcels = createRoute({
  ...inRoot,
  path: '/buu-cuc',
  validateSearch: parcelsAsked,
  component: lazyRouteComponent(() => import('./parcels.tsx'), 'Parcels'),
})
const collect = createRoute({
  ...inRoot,
  path: '/buu-cuc/nhan-ho-so',
  component: lazyRouteComponent(() => import('./collect.tsx'), 'Collect'),
})
const parcel = createRoute({
  ...inRoot,
  path: '/buu-cuc/buu-gui/$code',
  component: lazyRouteComponent(() => import('./parcel.tsx'), 'ParcelPage'),
})
const trips = createRoute({
  ...inRoot,
  path: '/buu-cuc/chuyen-thu',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./trips.tsx'), 'Trips'),
})
const incidents = createRoute({
  ...inRoot,
  path: '/buu-cuc/su-co',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./incidents.tsx'), 'Incidents'),
})
const complaints = createRoute({
  ...inRoot,
  path: '/buu-cuc/khieu-nai',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./complaints.tsx'), 'Complaints'),
})
const compensation = createRoute({
  ...inRoot,
  path: '/buu-cuc/boi-thuong',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./compensation.tsx'), 'Compensation'),
})
const forceMajeure = createRoute({
  ...inRoot,
  path: '/buu-cuc/bat-kha-khang',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./force-majeure.tsx'), 'ForceMajeure'),
})
const deliveries = createRoute({
  ...inRoot,
  path: '/buu-gui/$code/lan-phat',
  component: lazyRouteComponent(() => import('./deliveries.tsx'), 'Deliveries'),
})
const records = createRoute({
  ...inRoot,
  path: '/giao-nhan',
  validateSearch: officeAsked,
  component: lazyRouteComponent(() => import('./at-desk.tsx'), 'AtDesk'),
})

/** The post office's counter, and the desk's side of what goes by post. */
export const postRoutes = [
  parcels,
  collect,
  parcel,
  trips,
  incidents,
  complaints,
  compensation,
  forceMajeure,
  records,
  deliveries,
] as const
