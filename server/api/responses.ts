import 'server-only'
import { problem, type Problem } from './problem'

/** An answer that no cache between us may keep. */
export function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}

/** A refusal as `application/problem+json` (RFC 9457). */
export function failed(body: Problem, headers: [string, string][] = []): Response {
  const retry: [string, string][] = body.status === 503 ? [['retry-after', '5']] : []
  return Response.json(body, {
    status: body.status,
    headers: [
      ['content-type', 'application/problem+json'],
      ['cache-control', 'no-store'],
      ...retry,
      ...headers,
    ],
  })
}

/** 405, with the methods that the address takes. */
export function notAllowed(methods: string[]): Response {
  const allow = methods.join(', ')
  return failed(problem(405, `This address takes ${allow}.`), [['allow', allow]])
}
