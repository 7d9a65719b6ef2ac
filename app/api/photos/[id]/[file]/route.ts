import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { getPhotoFile } from '@/server/photos/queries'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; file: string }> }

/**
 * GET a file of a picture, for members who may see its entry. The browser asks each time whether
 * that still holds. The HTTP server adds that it is nothing but a picture (scripts/server).
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return nothing(401)
  try {
    const { id, file } = await params
    const { bytes, type, tag } = await getPhotoFile(viewer, id, file)
    const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache', vary: 'Cookie' }
    if (request.headers.get('if-none-match') === `"${tag}"`)
      return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } })
  } catch (error) {
    if (error instanceof AppError) return nothing(404)
    throw error
  }
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
