import { readSharedEntry } from '@/server/shares/reading/read'
import { answer } from '../../../answer'
import { entryPage } from '../../../pages'

export const dynamic = 'force-dynamic'

/** Reads one entry of a share, by the id that this link gives it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  const { token, id } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const { campaign, terms, entry } = await readSharedEntry(reader, id)
    const text = await entryPage({
      ...{ campaign, entry, indexed: terms.indexed },
      ...{ address: `/s/${token}`, closed: !isForAll },
    })
    return { text, page: terms }
  })
}
