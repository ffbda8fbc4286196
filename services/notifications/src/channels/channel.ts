import * as z from 'zod'

/** What goes out on each channel. It is kept with its message until some time after its end. */
export const Content = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('email'),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    /** An entry for the calendar, as iCalendar. */
    appointment: z.string().optional(),
    /** A letter that goes with it, by its id. */
    letter: z.uuid().optional(),
  }),
  z.object({ channel: z.literal('sms'), text: z.string() }),
  z.object({
    channel: z.literal('zalo'),
    template: z.string(),
    parameters: z.record(z.string(), z.string()),
  }),
])
export type Content = z.infer<typeof Content>
type ContentOf<C extends Content['channel']> = Extract<Content, { channel: C }>
/** Channels of others; in-app is our own. */
export type OutsideChannel = Content['channel']

/** `id` is what the provider knows it by: a Message-ID, a tracking id. */
type Outgoing<C extends OutsideChannel> = { id: string; address: string; content: ContentOf<C> }

/**
 * What became of it. `refused`: it will never be taken. `later`: this one, not now. `down`: nobody is there, nothing was handed over.
 * `ambiguous`: it may have been taken; the provider is asked before anything is sent again.
 */
export type Outcome =
  | { is: 'sent'; reference: string | null }
  | { is: 'refused' | 'later' | 'down' | 'ambiguous'; why: string }

/** What a provider says of a message of ours. `unknown`: it never had it. `cannot-say`: it keeps no record that could be asked. */
export type Found =
  | { is: 'sent' | 'delivered'; reference: string | null }
  | { is: 'failed'; why: string }
  | { is: 'unknown' | 'cannot-say' }
  | { is: 'down'; why: string }

/** A way out of this product; each adapter passes the same contract test. */
export type Channel<C extends OutsideChannel> = {
  send: (message: Outgoing<C>) => Promise<Outcome>
  find: (id: string) => Promise<Found>
}
export type Channels = { [C in OutsideChannel]: Channel<C> }
