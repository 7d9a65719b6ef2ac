import { followUpsIcs } from '@/lib/formats/follow-ups-ics'
import { openFeed } from '@/server/auth/calendar-feed'
import { readCalendar } from '@/server/demands/feeds'

export const dynamic = 'force-dynamic'

/**
 * GET /feeds/<secret>.ics: a member's calendar of one campaign. Nobody is signed in here: the secret
 * in the address is the right, and it ends with the membership. What is not found looks like what
 * never was.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params
  const feed = file.endsWith('.ics') ? await openFeed(file.slice(0, -'.ics'.length)) : null
  if (!feed) return new Response('Not found.\n', { status: 404, headers: headers('text/plain') })
  const calendar = await readCalendar(feed.viewer, feed.campaignId)
  return new Response(followUpsIcs(calendar, Date.now()), { headers: headers('text/calendar') })
}

function headers(type: string): HeadersInit {
  return {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  }
}
