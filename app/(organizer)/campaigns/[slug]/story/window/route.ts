import type { NextRequest } from 'next/server'
import { memberJson, signedOut } from '@/app/api/member-json'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { drawWindow } from '@/lib/timeline/drawn'
import { readFilter } from '@/lib/timeline/filters'
import { readJump } from '@/lib/timeline/jump'
import { findViewer } from '@/server/auth/session'
import type { Viewer } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { AppError } from '@/server/errors'
import { readStoryWindow } from '@/server/timeline/timeline'

/** As many as one flick of a wheel passes. */
const LIMIT = 40
const STATUS: Partial<Record<string, number>> = { not_found: 404, invalid: 400 }

/**
 * GET …/story/window?after=CURSOR: one more window of the story as JSON, for members, under the
 * same filter as the page; `before` goes the other way, `here` begins with an entry, `at` with a date.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/campaigns/[slug]/story/window'>,
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const query = request.nextUrl.searchParams
  const { slug } = await params
  try {
    const page = await readStoryWindow(viewer, {
      slug,
      filter: readFilter(query),
      order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
      after: query.get('after'),
      before: query.get('before'),
      here: query.get('here'),
      at: await jumpedTo(viewer, slug, query.get('at')),
      // Who jumps is to see the first entries at once; the next ones come as they scroll.
      limit: query.has('here') || query.has('at') ? undefined : LIMIT,
    })
    return memberJson(200, drawWindow(page))
  } catch (error) {
    const status = error instanceof AppError ? STATUS[error.code] : undefined
    if (status === undefined) throw error
    return memberJson(status, { message: 'There is no such window of the story.' })
  }
}

async function jumpedTo(viewer: Viewer, slug: string, text: string | null): Promise<string | null> {
  if (!text) return null
  const campaign = await getCampaign(viewer, slug)
  return readJump(text, dateHabitsOf(campaign, todayIn(campaign.timeZone))).point
}
