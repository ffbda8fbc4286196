import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

type DeskAsked = { desk?: string }
const deskAsked = ({ desk }: Record<string, unknown>): DeskAsked => (typeof desk === 'string' ? { desk } : {})
const walkIn = createRoute({
  getParentRoute: () => root,
  path: '/tiep-nhan',
  validateSearch: deskAsked,
  component: lazyRouteComponent(() => import('./walk-in.tsx'), 'WalkIn'),
})

/** The desk in front of a citizen. */
export const deskRoutes = [walkIn] as const
