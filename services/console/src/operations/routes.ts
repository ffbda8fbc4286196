import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const operations = createRoute({
  getParentRoute: () => root,
  path: '/van-hanh',
  component: lazyRouteComponent(() => import('./operations.tsx'), 'Operations'),
})

/** What those open who run the product. */
export const operationsRoutes = [operations] as const
