import { clientOf } from '@dossier/clients/client-of'
import { checkout } from './folders.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'

/** The services whose clients the console has. */
export const withClients = ['casework', 'catalogue', 'insight', 'intake', 'notifications', 'postal'] as const

/** Where a client's types are, and what they are by the service that runs now. */
export const clientFiles = (plan: StackPlan) =>
  Promise.all(
    withClients.map(async (service) => {
      const answer = await fetch(`${addressesOf(plan)[service]}/openapi.json`)
      return {
        path: `${checkout}services/console/src/clients/${service}.d.ts`,
        text: await clientOf(await answer.text()),
      }
    }),
  )
