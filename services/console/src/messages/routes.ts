import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const messages = createRoute({
  getParentRoute: () => root,
  path: '/tin-nhan',
  component: lazyRouteComponent(() => import('./messages.tsx'), 'Messages'),
})

/** What officers are told, and what did not reach the people they look after. */
export const messageRoutes = [messages] as const
