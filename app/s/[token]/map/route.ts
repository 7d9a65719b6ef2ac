import { readSharedMap } from '@/server/shares/reading/map'
import { answer } from '../../answer'
import { mapPage } from '../../pages'

export const dynamic = 'force-dynamic'

/** Reads the map of a share, with the entries whose place its readers may know. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const { campaign, terms, map, updatedAt } = await readSharedMap(reader)
    const { indexed, publisher } = terms
    const text = await mapPage({
      ...{ campaign, map, updatedAt, indexed, publisher },
      ...{ address: `/s/${token}`, closed: !isForAll },
    })
    return { text, page: terms }
  })
}
