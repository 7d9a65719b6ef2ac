import { LARGEST_FILE } from '@/lib/imports/table'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { addImport } from '@/server/imports/mutations'

export const dynamic = 'force-dynamic'

/**
 * POST multipart/form-data with `campaign` (its slug) and `file`, or pasted `cells`: keeps the table and goes to the page
 * where its columns are chosen. The origin was checked before (scripts/server).
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return to('/sign-in')
  const form = await request.formData().catch(() => null)
  const named = form?.get('campaign')
  const slug = typeof named === 'string' ? named : ''
  if (!form || !/^[\w-]{1,200}$/u.test(slug))
    return new Response('Send a form with campaign and file.', { status: 400 })
  const [file, cells] = [form.get('file'), form.get('cells')]
  const chosen = file instanceof File && file.size > 0 ? file : null
  const pasted = typeof cells === 'string' ? cells : ''
  if (!chosen && pasted.trim() === '') return back(slug, 'Choose a file, or paste cells first.')
  if ((chosen?.size ?? 0) > LARGEST_FILE)
    return back(slug, 'This file is larger than 20 MB. Split it, then import the parts.')
  try {
    const id = await addImport(viewer, slug, {
      name: chosen ? chosen.name.slice(0, 200) : 'Pasted cells',
      bytes: chosen ? new Uint8Array(await chosen.arrayBuffer()) : new TextEncoder().encode(pasted),
    })
    return to(`/campaigns/${slug}/import/${id}`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'not_found'
      ? new Response('Not found', { status: 404 })
      : back(slug, error.message)
  }
}

function back(slug: string, trouble: string): Response {
  return to(`/campaigns/${slug}/import?trouble=${encodeURIComponent(trouble)}`)
}

function to(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
