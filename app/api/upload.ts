import { PAGE_WORKSPACE } from '@/lib/forms/page-workspace'
import { requirePageWorkspace } from '@/server/auth/page-workspace'
import { findViewer } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { AppError } from '@/server/errors'

/** What somebody sent for a campaign. */
type Upload = { viewer: Organizer; slug: string; form: FormData }

/**
 * Takes a form of multipart/form-data with `campaign` (its slug), and goes to where `keep` says that
 * what it sent stands now; or back to the page of the campaign that it came from, with the reason.
 * The origin was checked before (scripts/server).
 */
export async function takeUpload(
  request: Request,
  page: 'import' | 'capture',
  keep: (upload: Upload) => Promise<string>,
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return seeOther('/sign-in')
  const form = await request.formData().catch(() => null)
  const slug = form?.get('campaign')
  if (!form || typeof slug !== 'string' || !/^[\w-]{1,200}$/u.test(slug))
    return new Response('Send a form with campaign and file.', { status: 400 })
  try {
    await requirePageWorkspace(viewer, form.get(PAGE_WORKSPACE))
    return seeOther(await keep({ viewer, slug, form }))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'not_found'
      ? new Response('Not found', { status: 404 })
      : seeOther(`/campaigns/${slug}/${page}?trouble=${encodeURIComponent(error.message)}`)
  }
}

/** The file that a form sent, if any. */
export function fileIn(form: FormData): File | null {
  const file = form.get('file')
  return file instanceof File && file.size > 0 ? file : null
}

/** Sends whoever sent a form to a page. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
