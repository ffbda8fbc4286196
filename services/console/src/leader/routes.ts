import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

/** What a link to a leader's page says: whose. */
const leaderAsked = ({ organisation }: Record<string, unknown>): { organisation?: string } =>
  typeof organisation === 'string' ? { organisation } : {}

const leader = createRoute({
  getParentRoute: () => root,
  path: '/lanh-dao',
  validateSearch: leaderAsked,
  component: lazyRouteComponent(() => import('./leader.tsx'), 'Leader'),
})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const by = (value: unknown) => (['procedure', 'field', 'desk', 'channel'] as const).find((one) => one === value)

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/thong-ke',
  validateSearch: (asked: Record<string, unknown>) => ({
    organisation: text(asked['organisation']),
    from: text(asked['from']),
    to: text(asked['to']),
    by: by(asked['by']),
  }),
  component: lazyRouteComponent(() => import('./statistics.tsx'), 'Statistics'),
})

type FlowAsked = { organisation?: string; procedure?: string }
const flowAsked = ({ procedure, ...asked }: Record<string, unknown>): FlowAsked => ({
  ...leaderAsked(asked),
  ...(typeof procedure === 'string' ? { procedure } : {}),
})

const routeOfProcedure = createRoute({
  getParentRoute: () => root,
  path: '/lanh-dao/quy-trinh',
  validateSearch: flowAsked,
  component: lazyRouteComponent(() => import('./route-of-procedure.tsx'), 'RouteOfProcedure'),
})

/** What those open who sign and answer for an agency. */
export const leaderRoutes = [leader, statistics, routeOfProcedure] as const
