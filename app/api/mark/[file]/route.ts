import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { readMark } from '@/server/workspace/mark'

export const dynamic = 'force-dynamic'

/** GET the mark of the workspace, for its members; a file of another name is another mark. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return nothing(401)
  try {
    const { file } = await params
    const bytes = await readMark(viewer, file.replace(/\.png$/, ''))
    const headers = { 'cache-control': 'private, no-cache', vary: 'Cookie' }
    return new Response(Uint8Array.from(bytes), {
      headers: { ...headers, 'content-type': 'image/png' },
    })
  } catch (error) {
    if (error instanceof AppError) return nothing(404)
    throw error
  }
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
