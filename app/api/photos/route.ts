import { photoRefusals, type PhotoRefusal } from '@/lib/photos'
import { findViewer } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { AppError } from '@/server/errors'
import { addPhoto } from '@/server/photos/mutations'
import { PhotoRefused } from '@/server/photos/refused'
import { sweepNowAndThen } from '@/server/photos/sweep'
import { readUpload, type Upload } from '@/server/photos/upload'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `photo`, and `areas` as JSON: keeps a picture with these areas hidden
 * for good and answers `{ id, width, height }`, or `{ reason, message }` with the status that fits.
 *
 * A form without script sends `back` as well, a path of ours, and is sent there with the picture's id
 * or the reason. The origin was checked before (scripts/server).
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return refused('session')
  let upload: Upload | null = null
  try {
    upload = await readUpload(request)
    return back(upload, 'photo', await added(viewer, upload))
  } catch (error) {
    const reason = reasonOf(error)
    if (reason) return upload ? back(upload, 'trouble', { id: reason }) : refused(reason)
    throw error
  }
}

async function added(viewer: Organizer, { bytes, areas }: Upload) {
  const photo = await addPhoto(viewer, bytes, areas)
  await sweepNowAndThen(viewer)
  return photo
}

function reasonOf(error: unknown): PhotoRefusal | null {
  if (error instanceof PhotoRefused) return error.reason
  return error instanceof AppError && error.code === 'forbidden' ? 'role' : null
}

function back({ field }: Upload, name: 'photo' | 'trouble', answer: { id: string }): Response {
  const path = field('back')
  if (!/^\/campaigns\/[\w/-]+$/.test(path)) {
    return name === 'trouble' ? refused(answer.id as PhotoRefusal) : json(201, answer)
  }
  return new Response(null, { status: 303, headers: { location: `${path}?${name}=${answer.id}` } })
}

function refused(reason: PhotoRefusal): Response {
  const [status, message] = photoRefusals[reason]
  return json(status, { reason, message })
}

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
