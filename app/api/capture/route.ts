import { todayIn } from '@/lib/dates/days'
import { getCampaign } from '@/server/campaigns/queries'
import { documentType, LARGEST_DOCUMENT, readDocument } from '@/server/capture/read-document'
import { sourceOfDocument } from '@/server/capture/save'
import { AppError } from '@/server/errors'
import { fileIn, takeUpload } from '../upload'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `campaign` (its slug) and `file`: keeps a document as a source and
 * goes to the entries that it proposes.
 */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, 'capture', async ({ viewer, slug, form }) => {
    const campaign = await getCampaign(viewer, slug)
    const file = fileIn(form)
    if (!file) throw new AppError('invalid', 'Choose a file first.')
    if (file.size > LARGEST_DOCUMENT)
      throw new AppError(
        'invalid',
        'This file is larger than 5 MB. Paste the text of the article instead.',
      )
    const bytes = new Uint8Array(await file.arrayBuffer())
    const document = await readDocument(bytes, documentType(bytes))
    const today = todayIn(campaign.timeZone)
    const source = await sourceOfDocument(viewer, document, { campaign: campaign.id, today })
    return `/campaigns/${slug}/sources/${source}/capture`
  })
}
