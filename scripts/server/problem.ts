import { STATUS_CODES, type ServerResponse } from 'node:http'

/** Answers a program that was refused before the app saw its request (RFC 9457). */
export function sendProblem(response: ServerResponse, status: number, detail: string): void {
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  const title = STATUS_CODES[status] ?? 'Refused'
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail }))
}
