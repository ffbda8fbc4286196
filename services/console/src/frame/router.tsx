import { createRouter } from '@tanstack/react-router'
import { administrationRoutes } from '../administration/routes.ts'
import { calendarRoutes } from '../calendars/routes.ts'
import { citizenRoutes } from '../citizen/routes.ts'
import { courierRoutes } from '../courier/routes.ts'
import { deskRoutes } from '../desk/routes.ts'
import { leaderRoutes } from '../leader/routes.ts'
import { officerRoutes } from '../officer/routes.ts'
import { postRoutes } from '../post/routes.ts'
import { messageRoutes } from '../messages/routes.ts'
import { operationsRoutes } from '../operations/routes.ts'
import { root } from './root.tsx'
import { Trouble } from './trouble.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    ...citizenRoutes,
    ...officerRoutes,
    ...deskRoutes,
    ...leaderRoutes,
    ...postRoutes,
    ...courierRoutes,
    ...messageRoutes,
    ...operationsRoutes,
    ...calendarRoutes,
    ...administrationRoutes,
  ]),
  scrollRestoration: true,
  defaultErrorComponent: Trouble,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
