import { filterParams, readFilter } from '@/lib/timeline/filters'
import { readSharedPlots } from '@/server/shares/reading/plots'
import { answer } from '../../answer'
import { plotsPage } from '../../pages'

export const dynamic = 'force-dynamic'

/** Reads the plots of a share, drawn over what its link shows. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const filter = readFilter(new URL(request.url).searchParams)
    const shared = await readSharedPlots(reader, { filter })
    const { scope, indexed, publisher } = shared.terms
    const text = await plotsPage({
      ...{ campaign: shared.campaign, plots: shared.plots, updatedAt: shared.updatedAt, indexed },
      ...{ publisher, address: `/s/${token}` },
      query: filterParams(shared.filter).toString(),
      withEntries: scope === 'campaign',
      closed: !isForAll,
    })
    return { text, page: shared.terms }
  })
}
