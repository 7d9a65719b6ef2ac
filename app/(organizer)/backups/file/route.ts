import { refused } from '@/app/refused'
import { requireRecentViewer } from '@/server/auth/session'
import { openTakenBackup } from '@/server/backup/taken'

/** GET /backups/file: the sealed backup that this owner made within the last hour, as a file. */
export async function GET(): Promise<Response> {
  const viewer = await requireRecentViewer()
  try {
    const { at, bytes, body } = await openTakenBackup(viewer)
    const stamp = at.slice(0, 16).replaceAll(/[:T]/g, '-')
    return new Response(body, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="throughline-${stamp}.sealed"`,
        'cache-control': 'private, no-store',
        vary: 'cookie',
      },
    })
  } catch (error) {
    return refused(error)
  }
}
