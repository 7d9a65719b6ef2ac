import { isRecordFile } from '@/lib/exports/is-record'
import { LARGEST_FILE } from '@/lib/imports/table'
import { AppError } from '@/server/errors'
import { keepIncoming } from '@/server/exports/incoming'
import { addImport } from '@/server/imports/mutations'
import { PASTED } from '@/server/imports/prepare'
import { fileIn, takeUpload } from '../upload'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `campaign` (its slug) and `file`, or pasted `cells`: keeps the table
 * and goes to the page where its columns are chosen;
 * a complete record of ours goes to the page that says what it would make.
 */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, 'import', async ({ viewer, slug, form }) => {
    const [file, cells] = [fileIn(form), form.get('cells')]
    const pasted = typeof cells === 'string' ? cells : ''
    if (!file && pasted.trim() === '')
      throw new AppError('invalid', 'Choose a file, or paste cells first.')
    // Before it is copied; the text that cells become is measured as it is read.
    if ((file?.size ?? 0) > LARGEST_FILE)
      throw new AppError(
        'invalid',
        'This file is larger than 20 MB. Split it, then import the parts.',
      )
    const name = file ? file.name.slice(0, 200) : PASTED
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted)
    if (file && isRecordFile(bytes)) {
      await keepIncoming(viewer, () => Promise.resolve({ name, file }))
      return '/import'
    }
    const id = await addImport(viewer, slug, { name, bytes })
    return `/campaigns/${slug}/import/${id}`
  })
}
