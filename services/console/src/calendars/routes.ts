import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const yearAsked = ({ nam }: Record<string, unknown>): { nam?: number } =>
  typeof nam === 'number' && Number.isInteger(nam) ? { nam } : {}
/** Of which draft: a new one where none is named. */
const draftAsked = ({ tu }: Record<string, unknown>): { tu?: string } => (typeof tu === 'string' ? { tu } : {})

const calendars = createRoute({
  getParentRoute: () => root,
  path: '/lich-lam-viec',
  validateSearch: yearAsked,
  component: lazyRouteComponent(() => import('./calendars.tsx'), 'Calendars'),
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/lich-lam-viec/soan',
  validateSearch: draftAsked,
  component: lazyRouteComponent(() => import('./draft.tsx'), 'Draft'),
})

const notice = createRoute({
  getParentRoute: () => root,
  path: '/lich-lam-viec/thong-bao/$noticeId',
  component: lazyRouteComponent(() => import('./notice.tsx'), 'Notice'),
})

/** Which days count: the calendar in force, and the notices that make it. */
export const calendarRoutes = [calendars, draft, notice] as const
