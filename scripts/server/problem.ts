import { STATUS_CODES, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'

/** The type of what a program is answered that was refused (RFC 9457). */
export const problemType = 'application/problem+json'

/** What a program is told that was refused before the app saw its request. */
export function problemOf(status: number, detail: string): string {
  const title = STATUS_CODES[status] ?? 'Refused'
  return JSON.stringify({ type: 'about:blank', title, status, detail })
}

/** Answers a program that was refused before the app saw its request. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  detail: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = problemOf(status, detail)
  response.writeHead(status, {
    'content-type': problemType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  // To a HEAD Node sends no body.
  response.end(body)
}
