import { getSharedCampaign } from '@/server/shares/links/queries'
import { answer } from '../../answer'
import { headingOf, pageInWords } from '../../cards'
import { oembed } from '../../oembed'

export const dynamic = 'force-dynamic'

/** Says how the page of a link is framed, for sites that may. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async (opened) => {
    const shared = await getSharedCampaign(opened.reader, {
      order: 'newest',
      after: null,
      limit: 0,
    })
    const { terms } = shared
    return oembed(request, opened, {
      ...{ path: `/s/${token}`, terms, title: headingOf(shared) },
      description: pageInWords(shared),
    })
  })
}
