import type { NextRequest } from 'next/server'
import { todayIn } from '@/lib/dates/days'
import { dateBounds } from '@/lib/dates/edtf'
import { dateHabitsOf } from '@/lib/dates/habits'
import { parseDateWords } from '@/lib/dates/parse'
import { expectedOf } from '@/lib/kinds/expected'
import { findKind, kindOf } from '@/lib/kinds/index'
import { findViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { findLookAlikes } from '@/server/entries/look-alikes'
import { AppError } from '@/server/errors'
import { isUuid } from '@/server/ids'
import { memberJson, signedOut } from '../member-json'

const LONGEST = 300

/**
 * GET /api/alike?campaign=slug&kind=rally&title=…&date=13 Feb&place=…: `{ items }`, at most three
 * entries of the campaign that one with these words looks like, for members. `entry` is the id of
 * the one itself while it is edited.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const word = (name: string) => (request.nextUrl.searchParams.get(name) ?? '').slice(0, LONGEST)
  try {
    const slug = word('campaign')
    const campaign = await getCampaign(viewer, slug)
    const kind = findKind(word('kind'))
    const date = parseDateWords(word('date'), {
      ...dateHabitsOf(campaign, todayIn(campaign.timeZone)),
      expects: kind ? expectedOf(kindOf(kind).lane) : 'past',
    })
    const days = date.ok && dateBounds(date.edtf)
    if (!days) return memberJson(200, { items: [] })
    const entry = { kind: word('kind'), title: word('title'), place: word('place'), ...days }
    const edited = isUuid(word('entry')) ? word('entry') : null
    return memberJson(200, { items: await findLookAlikes(viewer, slug, entry, edited) })
  } catch (error) {
    if (error instanceof AppError) return memberJson(404, { message: error.message })
    throw error
  }
}
