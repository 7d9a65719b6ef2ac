import type { IncomingMessage, ServerResponse } from 'node:http'
import { isApiPath, pathOf } from './gate'
import { problemOf, problemType } from './problem'

/**
 * What of a refused body is still read, and dropped: until nothing has come for a while, and so long (both
 * in ms) and so many bytes at most.
 */
const dropped = { pause: 2_000, longest: 30_000, bytes: 32_000_000 }

/**
 * Says why a request is not handed to the app: as a problem to a program, in a sentence to anybody
 * else. What is refused unread must not be taken for the next request, so the connection is closed.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  if (request.method !== 'GET' || isStillSent(request)) response.setHeader('connection', 'close')
  if (!isStillSent(request)) return void response.end(begin(request, response, status, text))
  // Whoever is cut off while they send sees a broken connection instead of the answer.
  response.write(begin(request, response, status, text))
  endAfterBody(request, response)
}

export function refuseOdd(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close')
  refuse(request, response, 400, 'The request must name one host, and a path of it.')
}

export function refuseNested(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) return void request.destroy()
  // Whatever waits for the rest of the body is told that there is none.
  response.once('finish', () => request.destroy())
  response.setHeader('connection', 'close')
  const text = 'The request holds lists within lists, deeper than is taken here.'
  response.end(begin(request, response, 400, text))
}

/** Answers a short text, without the app. */
export function answer(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`
  response.writeHead(status, headersOf('text/plain; charset=utf-8', body))
  response.end(body)
}

/** @returns the body that is due after the head */
function begin(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): string {
  const [type, body] = isApiPath(pathOf(request.url))
    ? [problemType, problemOf(status, text)]
    : ['text/plain; charset=utf-8', `${text}\n`]
  response.writeHead(status, headersOf(type, body))
  return body
}

function headersOf(type: string, body: string) {
  return {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  }
}

function isStillSent({ headers, readableEnded }: IncomingMessage): boolean {
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers
  return hasBody && !readableEnded
}

function endAfterBody(request: IncomingMessage, response: ServerResponse): void {
  let left = dropped.bytes
  const end = () => {
    clearTimeout(pause)
    clearTimeout(longest)
    response.end()
  }
  const pause = setTimeout(end, dropped.pause)
  const longest = setTimeout(end, dropped.longest)
  request.on('data', (piece: Buffer) => {
    pause.refresh()
    left -= piece.length
    if (left < 0) end()
  })
  request.once('end', end).once('close', end).resume()
}
