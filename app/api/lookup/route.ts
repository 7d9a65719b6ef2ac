import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { isUuid } from '@/server/ids'
import { LOOKUP_KINDS, lookUp, type LookupKind } from '@/server/search/lookup'
import { memberJson, signedOut } from '../member-json'

/**
 * GET /api/lookup?kind=organization&q=amaz: `{ items: { id, name, note }[] }`, at most ten, for
 * members. `campaign` narrows them to one campaign's.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const params = request.nextUrl.searchParams
  const kind = LOOKUP_KINDS.find((one): one is LookupKind => one === params.get('kind'))
  const campaign = params.get('campaign') ?? ''
  if (!kind || (campaign !== '' && !isUuid(campaign)))
    return memberJson(400, {
      message: `Say the kind: ${LOOKUP_KINDS.join(', ')}; and a campaign by its id, or none.`,
    })
  const items = await lookUp(viewer, kind, params.get('q') ?? '', campaign || undefined)
  return memberJson(200, { items })
}
