import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client'

// One registry a process, as Prometheus scrapes one process. Labels are codes and names, never ids of people.
collectDefaultMetrics()

/** Seconds a request took, by route (its pattern) and status. */
export const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Seconds from the first byte of a request to the last of its answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
})

export const outboxSent = new Counter({ name: 'outbox_sent_total', help: 'Messages told', labelNames: ['topic'] })
export const outboxLagRows = new Gauge({
  name: 'outbox_lag_rows',
  help: 'Rows not told yet, up to 10000',
  labelNames: ['topic'],
})
export const outboxOldestSeconds = new Gauge({
  name: 'outbox_oldest_age_seconds',
  help: 'Age of the oldest row not told yet',
  labelNames: ['topic'],
})
/** Alarm on it: one long transaction holds back the messages of all services of the cluster. */
export const fenceSeconds = new Gauge({
  name: 'outbox_fence_age_seconds',
  help: 'Age of the oldest committed row held back by a transaction that is still running',
})
export const relayTroubles = new Counter({
  name: 'relay_troubles_total',
  help: 'Times the relay failed and began again',
})
export const cursorResets = new Counter({
  name: 'relay_cursor_resets_total',
  help: 'Times a restored cluster was found',
})

export const messagesHandled = new Counter({
  name: 'messages_handled_total',
  help: 'Messages handled, or put aside',
  labelNames: ['group', 'topic', 'outcome'],
})
export const handleSeconds = new Histogram({
  name: 'message_handle_duration_seconds',
  help: 'Seconds a handler took for a message, attempts included',
  labelNames: ['group', 'topic'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30],
})
export const consumerLag = new Gauge({
  name: 'consumer_lag_messages',
  help: 'Messages in the topic that the group has not committed',
  labelNames: ['group', 'topic'],
})
export const parkedMessages = new Gauge({
  name: 'inbox_parked_messages',
  help: 'Messages waiting for one before them',
  labelNames: ['consumer'],
})
export const parkedOldestSeconds = new Gauge({
  name: 'inbox_parked_oldest_age_seconds',
  help: 'Age of the oldest message waiting for one before it',
  labelNames: ['consumer'],
})
export const deadLetters = new Gauge({
  name: 'dead_letters',
  help: 'Messages put aside: dead, or waiting behind a dead one',
  labelNames: ['consumer', 'kind'],
})

/** All of it, in Prometheus' text format, and the content type to serve it with. */
export const metricsText = async (): Promise<{ text: string; contentType: string }> => ({
  text: await register.metrics(),
  contentType: register.contentType,
})
/** Alarm on anything above 0: what must hold of everything does not hold of so many. */
export const auditBroken = new Gauge({
  name: 'audit_broken',
  help: 'How many break an invariant, by the last audit',
  labelNames: ['invariant'],
})
/** Alarm on it: nobody knows whether the invariants hold. */
export const auditFailures = new Counter({ name: 'audit_failures_total', help: 'Audits that could not be made' })
