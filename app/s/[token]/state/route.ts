import { getSharedCampaign } from '@/server/shares/links/queries'
import { answer } from '../../answer'
import { headingOf } from '../../cards'
import { statePage } from '../../pages'

export const dynamic = 'force-dynamic'

/** Says how the record of a link stands, with its drawing, as a page to be framed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader }) => {
    const shared = await getSharedCampaign(reader, { order: 'newest', after: null, limit: 0 })
    const { campaign, terms, demands, requests, drawing, count, updatedAt } = shared
    const text = await statePage({
      ...{
        campaign,
        demands,
        requests,
        heading: headingOf(shared),
        drawing,
        count,
        updatedAt,
        address: `/s/${token}`,
      },
      ...{ publisher: terms.publisher, indexed: false, isOne: terms.scope === 'entry' },
    })
    return { text, page: terms }
  })
}
