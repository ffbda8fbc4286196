import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./look-up.tsx'), 'LookUp'),
})

type ProceduresAsked = { event?: string; q?: string; field?: string; by?: string }
const proceduresAsked = ({ event, q, field, by }: Record<string, unknown>): ProceduresAsked => ({
  ...(typeof event === 'string' && { event }),
  ...(typeof q === 'string' && { q }),
  ...(typeof field === 'string' && { field }),
  ...(typeof by === 'string' && { by }),
})
const procedures = createRoute({
  getParentRoute: () => root,
  path: '/thu-tuc',
  validateSearch: proceduresAsked,
  component: lazyRouteComponent(() => import('./procedures.tsx'), 'Procedures'),
})

const procedure = createRoute({
  getParentRoute: () => root,
  path: '/thu-tuc/$id',
  component: lazyRouteComponent(() => import('./procedure.tsx'), 'Procedure'),
})

const myDossiers = createRoute({
  getParentRoute: () => root,
  path: '/ho-so-cua-toi',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
  component: lazyRouteComponent(() => import('./my-dossiers.tsx'), 'MyDossiers'),
})

/** The payment somebody comes back from. */
const comeBack = ({ tt }: Record<string, unknown>): { tt?: string } => (typeof tt === 'string' ? { tt } : {})

const myDossier = createRoute({
  getParentRoute: () => root,
  path: '/ho-so-cua-toi/$dossierId',
  validateSearch: comeBack,
  component: lazyRouteComponent(() => import('./my-dossier.tsx'), 'MyDossier'),
})

const apply = createRoute({
  getParentRoute: () => root,
  path: '/nop-truc-tuyen/$code',
  validateSearch: comeBack,
  component: lazyRouteComponent(() => import('./apply.tsx'), 'Apply'),
})

/** What citizens open; to look, nobody signs in. */
export const citizenRoutes = [home, procedures, procedure, myDossiers, myDossier, apply] as const
