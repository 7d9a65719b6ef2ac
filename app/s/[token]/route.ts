import { createHash } from 'node:crypto'
import { shareReaderFor } from '@/server/auth/share-reader'
import type { ShareReader } from '@/server/auth/viewer'
import { AppError } from '@/server/errors'
import { getSharedCampaign, type Reading } from '@/server/shares/queries'
import { deadLinkPage, sharedPage, unavailablePage } from './render'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  // A browser may keep the page, but asks each time whether the link still lives; nobody else keeps it.
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}

/** Reads a share: without script, without session, and with no way to see more by asking for it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    const { token } = await params
    const reader = await shareReaderFor(token)
    return reader ? await found(request, reader) : await dead()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return dead()
    const reference = crypto.randomUUID().slice(0, 8)
    console.error(`[${reference}]`, error)
    const headers = { ...HEADERS, 'cache-control': 'no-store', 'retry-after': '60' }
    return new Response(await unavailablePage(), { status: 503, headers })
  }
}

async function found(request: Request, reader: ShareReader): Promise<Response> {
  const reading = readingOf(new URL(request.url).searchParams)
  const html = await sharedPage(await getSharedCampaign(reader, reading), reading)
  // The tag is of the very bytes: a consent withdrawn changes it without any version changing.
  const etag = `"${createHash('sha256').update(reader.shareLinkId).update(html).digest('base64url')}"`
  const headers = { ...HEADERS, etag }
  if (knows(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(html, { headers })
}

async function dead(): Promise<Response> {
  return new Response(await deadLinkPage(), { status: 404, headers: HEADERS })
}

// What is not understood is left out: a parameter turns pages and does nothing else.
function readingOf(parameters: URLSearchParams): Reading {
  const after = parameters.get('after')
  return {
    order: parameters.get('order') === 'oldest' ? 'oldest' : 'newest',
    after: after && isCursor(after) ? after : null,
  }
}

function isCursor(text: string): boolean {
  const [, day] =
    /^(\d{4}-\d{2}-\d{2})_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(text) ?? []
  return day !== undefined && !Number.isNaN(Date.parse(day))
}

function knows(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  // A server in front may have compressed the page and marked the tag as weak.
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
