import { PAGE_WORKSPACE } from '@/lib/forms/page-workspace'
import type { PhotoRefusal } from '@/lib/photos'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { PhotoRefused } from '@/server/photos/refused'
import { readUpload } from '@/server/photos/upload'
import { changeMark } from '@/server/workspace/mark'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `photo`: makes it the mark that links show beside the publisher's
 * name, and goes back to the page of settings, which says what came of it. The origin was checked
 * before (scripts/server).
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return to('/sign-in')
  try {
    const { bytes, field } = await readUpload(request)
    const page = field(PAGE_WORKSPACE)
    if (page !== '' && page !== viewer.workspaceId) throw new PhotoRefused('workspace')
    await changeMark(viewer, bytes)
    return to('/workspace#mark')
  } catch (error) {
    const reason = reasonOf(error)
    if (reason) return to(`/workspace?trouble=${reason}#mark`)
    throw error
  }
}

function reasonOf(error: unknown): PhotoRefusal | null {
  if (error instanceof PhotoRefused) return error.reason
  return error instanceof AppError && error.code === 'forbidden' ? 'role' : null
}

function to(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
