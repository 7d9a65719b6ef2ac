import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { findPlaces } from '@/server/places/find'
import { memberJson, signedOut } from '../member-json'

/** GET /api/places?q=Amazon Spheres, Sea: `{ items }`, at most eight towns of the gazetteer, for members. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const items = await findPlaces(request.nextUrl.searchParams.get('q') ?? '')
  return memberJson(200, { items })
}
