import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'
import { worklistAsked } from './worklist-asked.ts'

const worklist = createRoute({
  getParentRoute: () => root,
  path: '/viec-cua-toi',
  validateSearch: worklistAsked,
  component: lazyRouteComponent(() => import('./worklist.tsx'), 'Worklist'),
})

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/ho-so/$dossierId',
  component: lazyRouteComponent(() => import('./dossier.tsx'), 'DossierPage'),
})

/** What desk officers and specialists work on. */
export const officerRoutes = [worklist, dossier] as const
