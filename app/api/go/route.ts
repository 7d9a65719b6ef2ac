import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { findPlaces, placesAt } from '@/server/search/places'

const HEADERS = { 'Cache-Control': 'no-store', Vary: 'Cookie' }

/**
 * GET /api/go?q=ring: `{ items: { id, record, name, note, href }[] }`, a few of each kind of record,
 * for members. With `path` instead, once for each, the records at those paths.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return answer(401, { message: 'You are signed out. Sign in again.' })
  const params = request.nextUrl.searchParams
  const q = params.get('q') ?? ''
  const items = await (q === '' ? placesAt(viewer, params.getAll('path')) : findPlaces(viewer, q))
  return answer(200, { items })
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: HEADERS })
}
