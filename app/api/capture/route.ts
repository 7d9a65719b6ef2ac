import { todayIn } from '@/lib/dates/days'
import { findViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { documentType, LARGEST_DOCUMENT, readDocument } from '@/server/capture/read-document'
import { sourceOfDocument } from '@/server/capture/save'
import { AppError } from '@/server/errors'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `campaign` (its slug) and `file`, or `text`: keeps a document as a source and goes to
 * the entries that it proposes. The installed app's share target sends `title`, `text` and `url` here too. The origin
 * was checked before (scripts/server).
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return to('/sign-in')
  const form = await request.formData().catch(() => null)
  const named = form?.get('campaign')
  const slug = typeof named === 'string' ? named : ''
  if (!form || !/^[\w-]{1,200}$/u.test(slug))
    return new Response('Send a form with campaign and file.', { status: 400 })
  try {
    const campaign = await getCampaign(viewer, slug)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return back(slug, 'Choose a file first.')
    if (file.size > LARGEST_DOCUMENT)
      return back(slug, 'This file is larger than 5 MB. Paste the text of the article instead.')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const document = await readDocument(bytes, documentType(bytes))
    const source = await sourceOfDocument(viewer, document, todayIn(campaign.timeZone))
    return to(`/campaigns/${slug}/sources/${source}/capture`)
  } catch (error) {
    if (error instanceof AppError)
      return error.code === 'not_found'
        ? new Response('Not found', { status: 404 })
        : back(slug, error.message)
    throw error
  }
}

function back(slug: string, trouble: string): Response {
  return to(`/campaigns/${slug}/capture?trouble=${encodeURIComponent(trouble)}`)
}

function to(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
