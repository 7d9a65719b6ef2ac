import { requireViewer } from '@/server/auth/session'
import { entryCalendar } from '@/server/exports/entry-calendar'
import { orNotFound } from '@/server/pages'

/** GET /campaigns/…/entries/…/calendar: one entry as an event for the member's own calendar. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; id: string }> },
): Promise<Response> {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const text = await orNotFound(entryCalendar(viewer, slug, id))
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="entry.ics"',
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
