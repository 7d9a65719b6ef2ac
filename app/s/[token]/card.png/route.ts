import { getSharedCampaign } from '@/server/shares/links/queries'
import { answer } from '../../answer'
import { pageCard } from '../../cards'

export const dynamic = 'force-dynamic'

/** Gives out the picture that stands for a link's page in chat programs, where the link allows it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader }) =>
    pageCard(reader, await getSharedCampaign(reader, { order: 'newest', after: null, limit: 0 })),
  )
}
