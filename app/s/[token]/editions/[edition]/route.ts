import { notFound } from '@/server/errors'
import { readSharedEdition } from '@/server/shares/editions/editions'
import { answer } from '../../../answer'
import { editionPage } from '../../../pages'

export const dynamic = 'force-dynamic'

/** Reads one edition of a link as a page, or its very bytes as the file edition-N.json. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; edition: string }> },
): Promise<Response> {
  const { token, edition: asked } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const [, pageOf, fileOf] = /^(?:([1-9]\d{0,5})|edition-([1-9]\d{0,5})\.json)$/.exec(asked) ?? []
    const number = pageOf ?? fileOf
    if (number === undefined) throw notFound('edition')
    const edition = await readSharedEdition(reader, Number(number))
    const { terms, text } = edition
    if (fileOf !== undefined) {
      return {
        text,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="${asked}"`,
        },
      }
    }
    const page = Number(new URL(request.url).searchParams.get('page') ?? '1')
    return {
      text: await editionPage({
        ...{ edition, indexed: terms.indexed, publisher: terms.publisher },
        ...{ address: `/s/${token}`, closed: !isForAll },
        page: Number.isInteger(page) && page > 0 ? page : 1,
      }),
      page: terms,
    }
  })
}
