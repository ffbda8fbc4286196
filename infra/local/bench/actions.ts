import autocannon from 'autocannon'
import { randomUUID } from 'node:crypto'

/** Somebody's tokens and dossiers to work on; each dossier is held by the officers' own desk. */
export type Work = { casework: string; token: string; dossiers: readonly string[] }

export type Measured = { perSecond: number; p50: number; p99: number; done: number; refused: number }

/**
 * Officer actions over HTTP: opinions on dossiers, each a command with its own key. Without a rate as many as go; with one
 * they come at that rate whatever happens, and waiting counts.
 */
export const measureActions = async (
  { casework, token, dossiers }: Work,
  { seconds, rate }: { seconds: number; rate?: number },
): Promise<Measured> => {
  let next = 0
  const result = await autocannon({
    url: casework,
    connections: rate === undefined ? 32 : 16,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: Math.floor(rate) }),
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const id = dossiers[(next += 1) % dossiers.length]
          return {
            ...request,
            path: `/dossiers/${id}/commands`,
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              'idempotency-key': randomUUID(),
            },
            body: opinion,
          }
        },
      },
    ],
  })
  const { requests, latency, '2xx': done, non2xx, errors } = result
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, done, refused: non2xx + errors }
}

const opinion = JSON.stringify({ type: 'AddOpinion', kind: 'remark', note: 'Đã xem.' })
