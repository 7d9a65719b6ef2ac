import { exportFile } from '@/app/export-file'
import { isExportFormat } from '@/lib/exports/formats'
import { requireRecentViewer } from '@/server/auth/session'

/** GET /campaigns/…/export/csv: the campaign under the filter of the address, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; format: string }> },
): Promise<Response> {
  const viewer = await requireRecentViewer()
  const { slug, format } = await params
  if (!isExportFormat(format)) return new Response('There is no such format.', { status: 404 })
  return exportFile(viewer, request, { format, slug })
}
