import { createHash } from 'node:crypto'
import { checkout } from './folders.ts'

/** PostgreSQL's home when the checkout is closed to the user it runs as, such as one in root's home. */
export const outsideFolder = (): string =>
  `/var/tmp/one-stop-shop-${createHash('sha256').update(checkout).digest('hex').slice(0, 12)}`

export const outsidePlace = (stack: string): string => `${outsideFolder()}/${stack}`
