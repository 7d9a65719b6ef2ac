import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { getSource } from '@/server/sources/queries'

const HEADERS = { 'Cache-Control': 'no-store', Vary: 'Cookie' }

/** GET /api/sources/<id>/text: `{ items: [{ id, title, text }] }`, the captured text of a source, for members. */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return answer(401, { message: 'You are signed out. Sign in again.' })
  try {
    const { id, title, capturedText } = await getSource(viewer, (await params).id)
    return answer(200, { items: [{ id, title, text: capturedText }] })
  } catch (error) {
    if (error instanceof AppError) return answer(404, { message: error.message })
    throw error
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: HEADERS })
}
