import { createHmac } from 'node:crypto'

/** `back` is the page of ours to come back to. */
type Order = { id: string; amount: number; what: string; back: string }
/** Where somebody pays an order; who they are is not told. */
export type PayAt = (order: Order) => string

/** Signed, so that nobody changes what is asked on the way; `site` is where the gateway leads people back to. */
export const makePayAt =
  ({ page: place, secret, site }: { page: string; secret: string; site: string }): PayAt =>
  ({ id, amount, what, back: page }) => {
    const back = `${site.replace(/\/$/, '')}${page}?tt=${id}`
    const asked = new URLSearchParams({ order: id, amount: `${amount}`, what, back })
    asked.append('signature', createHmac('sha256', secret).update(asked.toString()).digest('hex'))
    return `${place}?${asked.toString()}`
  }
