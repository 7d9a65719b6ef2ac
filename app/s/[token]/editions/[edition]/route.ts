import { notFound } from '@/server/errors'
import { env } from '@/server/env'
import { readSharedEdition } from '@/server/shares/editions/editions'
import { editionKey, packEdition } from '@/server/shares/editions/packed'
import { answer } from '../../../answer'
import { editionPage, editionToTakeAway } from '../../../pages'

export const dynamic = 'force-dynamic'

/** Reads one edition of a link as a page, its very bytes as edition-N.json, or all of it as edition-N.zip. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; edition: string }> },
): Promise<Response> {
  const { token, edition: asked } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const [, pageOf, fileOf, sort] =
      /^(?:([1-9]\d{0,5})|edition-([1-9]\d{0,5})\.(json|zip))$/.exec(asked) ?? []
    const number = pageOf ?? fileOf
    if (number === undefined) throw notFound('edition')
    const edition = await readSharedEdition(reader, Number(number))
    const { terms, text } = edition
    const disposition = { 'content-disposition': `attachment; filename="${asked}"` }
    const shared = {
      ...{ edition, indexed: terms.indexed, publisher: terms.publisher, closed: !isForAll },
      signedBy: editionKey(reader).sha256,
      url: isForAll ? new URL(`/s/${token}/editions/${number}`, env().url).href : null,
    }
    if (sort === 'zip') {
      const address = new URL(`/s/${token}`, env().url).href
      const alone = { ...edition, since: null }
      const pages = await editionToTakeAway({ ...shared, edition: alone, address })
      return {
        text: await packEdition(reader, edition, pages),
        headers: { 'content-type': 'application/zip', ...disposition },
        cached: false,
      }
    }
    if (fileOf !== undefined) {
      return {
        text,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...disposition,
        },
      }
    }
    const page = Number(new URL(request.url).searchParams.get('page') ?? '1')
    return {
      text: await editionPage({
        ...{ ...shared, address: `/s/${token}` },
        page: Number.isInteger(page) && page > 0 ? page : 1,
      }),
      page: terms,
    }
  })
}
