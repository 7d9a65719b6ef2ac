import { exportFile } from '@/app/export-file'
import { isExportFormat } from '@/lib/exports/formats'
import { noFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'

/** GET /export/json: the whole workspace, as a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const viewer = await requireViewer()
  const { format } = await params
  if (!isExportFormat(format)) return new Response('There is no such format.', { status: 404 })
  return exportFile(viewer, { format, slug: null, filter: noFilter })
}
