import type { NextRequest } from 'next/server'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { getSource } from '@/server/sources/queries'
import { memberJson, signedOut } from '../../../member-json'

/** GET /api/sources/<id>/text: `{ items: [{ id, title, text }] }`, the captured text of a source, for members. */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  try {
    const { id, title, capturedText } = await getSource(viewer, (await params).id)
    return memberJson(200, { items: [{ id, title, text: capturedText }] })
  } catch (error) {
    if (error instanceof AppError) return memberJson(404, { message: error.message })
    throw error
  }
}
