import { linkPage, pageOfEntry, readingOf } from '@/app/s/link-page'
import { messagePage } from '@/app/s/pages'
import { requireViewer } from '@/server/auth/session'
import type { Viewer } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { AppError, notFound } from '@/server/errors'
import { getShare, getSharedCampaign } from '@/server/shares/links/queries'
import { readSharedMark } from '@/server/shares/reading/mark'
import { readSharedPhoto } from '@/server/shares/reading/photos'
import { openPreview } from '@/server/shares/reading/preview'
import { NO_PATH, previewPath, readPreviewTerms } from '@/server/shares/reading/preview-address'
import { readEntryPage } from '@/server/shares/reading/read'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string; terms: string; rest?: string[] }> }

/** The page that readers of a link would get, for the member who is about to make or change it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer()
  const { slug, terms, rest = [] } = await params
  try {
    const link = readPreviewTerms(terms)
    if (!link) throw notFound('preview')
    const { id: campaignId } = await getCampaign(viewer, slug)
    const opened = await openPreview(viewer, { campaignId, ...link })
    const { reader, terms: agreed } = opened
    const [part, id = '', file = ''] = rest
    if (part === 'p') {
      const { bytes, type } = await readSharedPhoto(reader, id, file, agreed)
      return picture(bytes, type)
    }
    if (part === 'mark')
      return picture(await readSharedMark(reader, id.slice(0, -4), agreed), 'image/png')
    const place = {
      lens: link.lens,
      address: previewPath(slug, link),
      ...(await whereItStands(viewer, link.share)),
    }
    if (part === undefined) {
      const reading = readingOf(new URL(request.url).searchParams)
      return page(await linkPage(await getSharedCampaign(reader, reading, agreed), reading, place))
    }
    if (part === 'e' && file === '')
      return page(await pageOfEntry(await readEntryPage(reader, id, agreed), id, place))
    return page(await messagePage(NOT_HERE))
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    return page(await messagePage({ title: 'There is no preview', text: error.message }), 404)
  }
}

const NOT_HERE = {
  title: 'Not part of the preview',
  text: 'The preview has the page and its entries. This opens behind the link itself.',
}

/** The address that a page tells of itself, and whether others can open it. */
async function whereItStands(viewer: Viewer, id: string | undefined) {
  if (id === undefined) return { path: NO_PATH, isForAll: true }
  const { url, locked, private: closed } = await getShare(viewer, id)
  return { path: url === null ? NO_PATH : new URL(url).pathname, isForAll: !locked && !closed }
}

const HEADERS = { 'cache-control': 'private, no-store', vary: 'cookie' }

function page(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
  })
}

function picture(bytes: Uint8Array, type: string): Response {
  return new Response(new Uint8Array(bytes), { headers: { ...HEADERS, 'content-type': type } })
}
