import { exportFile } from '@/app/export-file'
import { isExportFormat } from '@/lib/exports/formats'
import { requireRecentViewer } from '@/server/auth/session'

/** GET /export/json: the whole workspace, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const viewer = await requireRecentViewer()
  const { format } = await params
  if (!isExportFormat(format)) return new Response('There is no such format.', { status: 404 })
  return exportFile(viewer, request, { format, slug: null })
}
