/** Answers a member's page with JSON, which is theirs alone: no cache may store it. */
export function memberJson(status: number, body: object): Response {
  return Response.json(body, {
    status,
    headers: { 'Cache-Control': 'no-store', Vary: 'Cookie' },
  })
}

/** The answer to whoever is no member, or no longer. */
export const signedOut = () => memberJson(401, { message: 'You are signed out. Sign in again.' })
