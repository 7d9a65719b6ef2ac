import { readEntryPage } from '@/server/shares/reading/read'
import { answer } from '../../../answer'
import { pageOfEntry } from '../../../link-page'

export const dynamic = 'force-dynamic'

/** Reads one entry of a share, by the id that this link gives it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  const { token, id } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const found = await readEntryPage(reader, id)
    const path = `/s/${token}`
    const place = { lens: reader.lens, address: path, path, isForAll }
    return { text: await pageOfEntry(found, id, place), page: found.terms }
  })
}
