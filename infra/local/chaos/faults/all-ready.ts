import { makeParts } from '../../stack.ts'
import type { Ground } from './ground.ts'
import { ownParts } from './fault.ts'

/** Rejects while one of the product's parts does not answer that it is ready. */
export const askAll = async ({ stack }: Ground): Promise<void> => {
  const parts = makeParts(stack.plan)
  await Promise.all(ownParts.map((part) => parts[part].probe()))
}
