import type { IncomingMessage, ServerResponse } from 'node:http'

/** After how many seconds it is worth trying again. */
const retryAfter = 5

const page = (sent: boolean) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Throughline cannot reach its database</title>
${sent ? '' : `<meta http-equiv="refresh" content="${retryAfter}">`}
<link rel="stylesheet" href="/share.css">
<main>
<h1>Throughline cannot reach its database</h1>
<p>Everything that was saved before is safe.</p>
${
  sent
    ? '<p>What you sent just now was not saved. Go back: what you typed is still in the form. Send it again in a minute.</p>'
    : `<p>This page tries again every ${retryAfter} seconds.</p>`
}
<p>If this goes on, tell whoever runs Throughline for you.</p>
</main>
</html>
`

/**
 * Says that the database cannot be reached, what is safe, and when to try again: as a page, or in a
 * sentence to whoever did not ask for one.
 */
export function sendAway(request: IncomingMessage, response: ServerResponse): void {
  const wantsPage = String(request.headers.accept ?? '').includes('text/html')
  const sent = request.method !== 'GET' && request.method !== 'HEAD'
  const body = wantsPage
    ? page(sent)
    : 'The database cannot be reached. What was saved before is safe. Try again in a few seconds.\n'
  response.writeHead(503, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': String(retryAfter),
    // What is refused unread must not be taken for the next request.
    ...(sent && { connection: 'close' }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
