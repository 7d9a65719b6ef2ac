import { env } from '@/server/env'
import { readEntryPage } from '@/server/shares/reading/read'
import { cardOf, entryInWords } from '../../../cards'
import { answer } from '../../../answer'
import { oembedOf } from '../../../oembed'
import { entryPage } from '../../../pages'

export const dynamic = 'force-dynamic'

/** Reads one entry of a share, by the id that this link gives it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  const { token, id } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const { campaign, terms, entry, around } = await readEntryPage(reader, id)
    const text = await entryPage({
      ...{ campaign, entry, around, indexed: terms.indexed, publisher: terms.publisher },
      ...{ address: `/s/${token}`, closed: !isForAll },
      card: cardOf({ terms, isForAll }, `/s/${token}/e/${id}`, entryInWords(entry)),
      oembed: oembedOf({ terms, isForAll }, `/s/${token}/e/${id}`),
      // An address that a cookie opens is of no use to others.
      url: isForAll ? new URL(`/s/${token}/e/${id}`, env().url).href : null,
    })
    return { text, page: terms }
  })
}
