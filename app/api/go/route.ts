import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { findPlaces, placesAt } from '@/server/search/places'
import { memberJson, signedOut } from '../member-json'

/**
 * GET /api/go?q=ring: `{ items: { id, record, name, note, href }[] }`, a few of each kind of record,
 * for members. With `path` instead, once for each, the records at those paths.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const params = request.nextUrl.searchParams
  const q = params.get('q') ?? ''
  const items = await (q === '' ? placesAt(viewer, params.getAll('path')) : findPlaces(viewer, q))
  return memberJson(200, { items })
}
