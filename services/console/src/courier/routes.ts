import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const courier = createRoute({
  getParentRoute: () => root,
  path: '/buu-ta',
  component: lazyRouteComponent(() => import('./courier.tsx'), 'Courier'),
})

/** What a courier has on his phone, with or without a network. */
export const courierRoutes = [courier] as const
