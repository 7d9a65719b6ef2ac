import type { IncomingMessage, ServerResponse } from 'node:http'
import { isApiPath, pathOf } from './gate'
import { problemOf, problemType } from './problem'

/**
 * How fast a body must come. A form is a few kilobytes, and whoever trickles it is not a person; a
 * photo from a street takes its time, but goes on.
 */
type Pace = { grace: number; rate: number; every: number }

const usualPace: Pace = { grace: 20_000, rate: 16_000, every: 2_000 }

/** As much as Node reads at one go, in bytes: the beginning of a body may come with its head. */
const longestPiece = 65_536

/** The longest that the largest body, a photo of 15 MB, may take: about 16 minutes, in milliseconds. */
export const longestBody = usualPace.grace + (15_100_000 / usualPace.rate) * 1_000

/**
 * Cuts a request whose body comes more slowly than the pace; one that has paused may catch up within
 * the grace. It costs nothing where a request has no body.
 */
export function keepPace(
  request: IncomingMessage,
  response: ServerResponse,
  pace: Pace = usualPace,
) {
  const length = Number(request.headers['content-length'] ?? 0)
  if (!(length > 0)) return
  const { socket } = request
  const began = Date.now()
  const before = Math.max(0, socket.bytesRead - longestPiece)
  const look = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(look)
    const due = ((Date.now() - began - pace.grace) / 1_000) * pace.rate
    if (socket.bytesRead - before >= due) return
    clearInterval(look)
    if (response.headersSent) socket.destroy()
    else socket.end(tooSlow(request))
  }, pace.every)
  look.unref()
  request.once('close', () => clearInterval(look))
}

/** Written by hand, since the request has not come to its end and never will. */
function tooSlow(request: IncomingMessage): string {
  const head = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n'
  if (!isApiPath(pathOf(request.url))) return `${head}\r\n`
  const body = problemOf(408, 'The request came too slowly.')
  return `${head}Content-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
