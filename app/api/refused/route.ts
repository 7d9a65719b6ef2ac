import { requestHeader } from '@/lib/inner-headers'
import { noteRefusedOrigin } from '@/server/auth/account-notes'
import { findViewer } from '@/server/auth/session'

export const dynamic = 'force-dynamic'

/**
 * POST by the HTTP server alone (scripts/server/refused-origins.ts): notes that it refused a write of
 * another site which carried this session. Nobody else can send its header.
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer || request.headers.get(requestHeader.refused) !== 'origin')
    return new Response('There is no such page.\n', { status: 404 })
  await noteRefusedOrigin(viewer)
  return new Response(null, { status: 204 })
}
