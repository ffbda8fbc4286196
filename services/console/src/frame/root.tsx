import { createRootRoute } from '@tanstack/react-router'
import { Nowhere } from './nowhere.tsx'
import { Shell } from './shell.tsx'

/** What is around every page; each area's routes hang on it. */
export const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere })
