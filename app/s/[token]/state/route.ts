import { getSharedCampaign } from '@/server/shares/links/queries'
import { answer } from '../../answer'
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
    const { campaign, terms, demands, drawing, count, updatedAt } = shared
    const text = await statePage({
      ...{ campaign, demands, drawing, count, updatedAt, address: `/s/${token}` },
      ...{ publisher: terms.publisher, indexed: false },
    })
    return { text, page: terms }
  })
}
