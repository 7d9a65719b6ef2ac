import { PAGE_WORKSPACE } from '@/lib/forms/page-workspace'
import { requirePageWorkspace } from '@/server/auth/page-workspace'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { keepIncoming } from '@/server/exports/incoming'
import { fileIn, seeOther } from '../upload'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `file`, a complete record: keeps it, and goes to the page that says what
 * it would make, or why it cannot be taken. The origin was checked before (scripts/server).
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return seeOther('/sign-in')
  try {
    await keepIncoming(viewer, async () => {
      const form = await request.formData().catch(() => null)
      await requirePageWorkspace(viewer, form?.get(PAGE_WORKSPACE))
      const file = form && fileIn(form)
      if (!file) throw new AppError('invalid', 'Choose a file first.')
      return { name: file.name.slice(0, 200), file }
    })
    return seeOther('/import')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return seeOther(`/import?trouble=${encodeURIComponent(error.message)}`)
  }
}
