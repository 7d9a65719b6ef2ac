import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { findPlaces } from '@/server/places/find'

const HEADERS = { 'Cache-Control': 'no-store', Vary: 'Cookie' }

/** GET /api/places?q=Amazon Spheres, Sea: `{ items }`, at most eight towns of the gazetteer, for members. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer)
    return Response.json(
      { message: 'You are signed out. Sign in again.' },
      { status: 401, headers: HEADERS },
    )
  const items = await findPlaces(request.nextUrl.searchParams.get('q') ?? '')
  return Response.json({ items }, { headers: HEADERS })
}
