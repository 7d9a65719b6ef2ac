import { readSharedEditions } from '@/server/shares/editions/editions'
import { answer } from '../../answer'
import { editionsPage } from '../../pages'

export const dynamic = 'force-dynamic'

/** Lists the editions of a link. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const { campaign, editions, terms } = await readSharedEditions(reader)
    const text = await editionsPage({
      ...{ campaign, editions, indexed: terms.indexed, publisher: terms.publisher },
      ...{ address: `/s/${token}`, closed: !isForAll },
    })
    return { text, page: terms }
  })
}
