import { writeFileSync } from 'node:fs'
import { clientFiles } from '../infra/local/clients.ts'
import { planStack } from '../infra/local/stack-plan.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy, print } from './table.ts'

/** `npm run clients`: writes the types of the console's clients from the services of a running stack. */
await orSayWhy(async () => {
  const files = await clientFiles(planStack({ name: stackArgument('clients') }))
  for (const { path, text } of files) writeFileSync(path, text)
  print(files.map(({ path }) => `Wrote ${path}`).join('\n'))
})
