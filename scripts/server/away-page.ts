import type { IncomingMessage, ServerResponse } from 'node:http'
import { notSaved } from '../../lib/not-saved'
import { isApiPath, pathOf } from './gate'
import { sendProblem } from './problem'

const away =
  'The database cannot be reached. What was saved before is safe. Try again in a few seconds.'
const busy = 'Too much is being asked from your network at this moment. Try again in a few seconds.'

/** After how many seconds it is worth trying again. */
const retryAfter = 5

/**
 * Why a request is not answered by the app; `lines` are of the page, `plain` for whoever asked for none,
 * `detail` for a program at the API.
 */
type Trouble = {
  status: number
  title: string
  lines: string[]
  plain: string
  detail: string
  refresh: boolean
}

/**
 * Says that the database cannot be reached, what is safe, and when to try again: as a page, or in a
 * sentence to whoever did not ask for one.
 */
export function sendAway(request: IncomingMessage, response: ServerResponse): void {
  const sent = request.method !== 'GET' && request.method !== 'HEAD'
  sendTrouble(request, response, {
    status: 503,
    title: 'Throughline cannot reach its database',
    lines: [
      'Everything that was saved before is safe.',
      sent
        ? 'What you sent just now was not saved. Go back: what you typed is still in the form. Send it again in a minute.'
        : `This page tries again every ${retryAfter} seconds.`,
      'If this goes on, tell whoever runs Throughline for you.',
    ],
    plain: sent ? notSaved.away : away,
    detail: sent ? notSaved.away : away,
    refresh: !sent,
  })
}

/** Says to whoever sends something that the disk is full, so that it was not saved. */
export function sendFull(request: IncomingMessage, response: ServerResponse): void {
  sendTrouble(request, response, {
    status: 507,
    title: 'The disk is full, so nothing can be saved',
    lines: [
      'Everything that was saved before is safe, and can be read.',
      'What you sent just now was not saved. Go back: what you typed is still in the form. Keep it until there is space.',
      'Tell whoever runs Throughline for you that its disk is full. It saves again by itself when there is space.',
    ],
    plain: notSaved.full,
    detail: notSaved.full,
    refresh: false,
  })
}

/** Says that a network asks for more than its share. */
export function sendBusy(request: IncomingMessage, response: ServerResponse): void {
  const sent = request.method !== 'GET' && request.method !== 'HEAD'
  sendTrouble(request, response, {
    status: 429,
    title: 'Too much is being asked from your network',
    lines: [
      sent
        ? 'What you sent just now was not taken. Go back: what you typed is still in the form. Send it again in a few seconds.'
        : `This page tries again every ${retryAfter} seconds.`,
    ],
    plain: sent ? notSaved.busy : busy,
    detail: busy,
    refresh: !sent,
  })
}

function sendTrouble(
  request: IncomingMessage,
  response: ServerResponse,
  { status, title, lines, plain, detail, refresh }: Trouble,
): void {
  const wantsPage = String(request.headers.accept ?? '').includes('text/html')
  const body = wantsPage
    ? `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${refresh ? `<meta http-equiv="refresh" content="${retryAfter}">` : ''}
<link rel="stylesheet" href="/share.css">
<main>
<h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</main>
</html>
`
    : `${plain}\n`
  const answer = () => {
    if (isApiPath(pathOf(request.url)))
      return sendProblem(response, status, detail, { 'retry-after': String(retryAfter) })
    response.writeHead(status, {
      // Next hands a form the text of an answer of exactly this type.
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'retry-after': String(retryAfter),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  // Whoever is cut off while they send never reads why; what they send is read, and left.
  if (request.readableEnded) return answer()
  request.once('end', answer).resume()
}
