import { findViewer } from '@/server/auth/session'
import { notFound } from '@/server/errors'
import { noteDownload } from '@/server/history/downloads'
import { rowsToFixOf } from '@/server/imports/queries'
import { refused } from '@/app/refused'

export const dynamic = 'force-dynamic'

/** GET the rows of an import that are refused, with the reasons, to be fixed and sent again. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return new Response('You are signed out. Sign in again.', { status: 401 })
  try {
    const { id } = await params
    const file = await rowsToFixOf(viewer, id)
    if (!file) throw notFound('file')
    await noteDownload(viewer, 'import', id, 'rowsToFix')
    return new Response(new Uint8Array(Buffer.from(file.content)), {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
        'cache-control': 'private, no-store',
        vary: 'cookie',
      },
    })
  } catch (error) {
    return refused(error)
  }
}

// RFC 8187 has some signs for itself that are left as they are elsewhere.
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
