import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type CommonCode, commonProblem, type Problem } from '@dossier/contracts/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isTransient } from './transient.ts'
import { fieldErrors, Unfit } from './validation.ts'

/** Thrown where an answer is a problem and there is no reply at hand; the server answers it as it is. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.problem = problem
  }
}

/** Answers with a problem (RFC 9457), adding its type and the request's id. */
export const problem = (reply: FastifyReply, body: Problem): FastifyReply =>
  reply
    .code(body.status)
    .type('application/problem+json')
    .header('x-request-id', reply.request.id)
    .send(complete(body, reply.request.id))

const complete = (body: Problem, requestId?: string): Problem => ({
  type: `urn:dossier:problem:${body.code}`,
  ...body,
  ...(requestId !== undefined && { requestId }),
})

/** Answers whatever was thrown. What is our own fault is logged, once, here; the caller learns only that it was us. */
export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const answer = problemOf(error)
  if (answer.status >= 500) request.log.error({ requestId: request.id, err: error }, 'request failed')
  if (answer.status === 503 && !reply.hasHeader('retry-after')) void reply.header('retry-after', '1')
  return problem(reply, answer)
}

/** The problem to answer for anything thrown while a request is handled. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem
  if (error instanceof Unfit) return unfit(error)
  if (isTransient(error)) return commonProblem('unavailable')
  const { code, statusCode } = named(error)
  const known = byFastifyCode[code] ?? byStatus[statusCode]
  if (known !== undefined) return commonProblem(known)
  if (statusCode >= 400 && statusCode < 500) return commonProblem('bad-request', { status: statusCode })
  return commonProblem('internal')
}

const unfit = ({ issues, validationContext = 'body' }: Unfit) => {
  const errors = fieldErrors(issues, validationContext)
  const detail = errors.map(({ pointer, en }) => `${pointer}: ${en}`).join('; ')
  return commonProblem('invalid', { detail, errors })
}

const named = (error: unknown) => {
  const { code, statusCode } = Object(error)
  return { code: String(code), statusCode: Number(statusCode) }
}

const byFastifyCode: Record<string, CommonCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
}
const byStatus: Record<number, CommonCode> = {
  401: 'unauthenticated',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'timeout',
  413: 'body-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
}

/** Answers what never became a request (bad HTTP, headers too large, too slow) on the bare socket, and closes it. */
export const answerOnSocket = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) {
    const known = byFastifyCode[error.code ?? ''] ?? 'bad-request'
    const body = JSON.stringify(complete(commonProblem(known)))
    const { status } = commonProblem(known)
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
  socket.destroySoon()
}
