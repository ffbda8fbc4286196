import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../frame/root.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What is asked of a part of the administration: on which day, of which agency, in which words. */
const asked = ({ ngay, cq, q }: Record<string, unknown>): { ngay?: string; cq?: string; q?: string } => {
  const [on, of, words] = [text(ngay), text(cq), text(q)]
  return {
    ...(on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) && { ngay: on }),
    ...(of !== undefined && { cq: of }),
    ...(words !== undefined && { q: words }),
  }
}
/** The two versions that are compared. */
const comparedAsked = ({ truoc, sau }: Record<string, unknown>): { truoc?: string; sau?: string } => {
  const [before, after] = [text(truoc), text(sau)]
  return { ...(before !== undefined && { truoc: before }), ...(after !== undefined && { sau: after }) }
}

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri',
  validateSearch: asked,
  component: lazyRouteComponent(() => import('./organisations.tsx'), 'Organisations'),
})
const officers = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/can-bo',
  validateSearch: asked,
  component: lazyRouteComponent(() => import('./officers.tsx'), 'Officers'),
})
const procedures = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/thu-tuc',
  validateSearch: comparedAsked,
  component: lazyRouteComponent(() => import('./procedures.tsx'), 'ProcedureVersions'),
})
const templates = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/bieu-mau',
  component: lazyRouteComponent(() => import('./templates.tsx'), 'Templates'),
})

/** Who is who, which law counts, and what is written to people. */
export const administrationRoutes = [organisations, officers, procedures, templates] as const
