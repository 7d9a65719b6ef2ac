import { createHash } from 'node:crypto'
import { requestHeader, writeSharedTerms } from '@/lib/inner-headers'
import { whereToRead } from '@/server/auth/share-reader'
import { env } from '@/server/env'
import { PRIVATE_SECONDS } from '@/server/shares/links/private'
import { countUnlock } from '@/server/auth/unlock-limit'
import { unavailable } from './answer'
import { OPEN_SCRIPT, openPage } from './pages'

export const dynamic = 'force-dynamic'

const MOST_BODY = 2_000

/** The page that opens private links: the same for all of them, since it does not learn which. */
export async function GET(): Promise<Response> {
  const hash = createHash('sha256').update(OPEN_SCRIPT).digest('base64')
  return page(200, null, writeSharedTerms({ script: `sha256-${hash}` }))
}

/** Takes a link's secret from a form, and gives the browser a cookie that opens it for a while. */
export async function POST(request: Request): Promise<Response> {
  try {
    const code = await codeFrom(request)
    if (code === null) return await page(413, 'This is longer than any address of a link.')
    const place = await whereToRead(code)
    if (!place) {
      const wait = await countUnlock(null, request.headers.get(requestHeader.address))
      if (wait > 0) {
        const message = `Too many addresses were tried from your network. Wait ${Math.ceil(wait / 60)} minutes, then try again.`
        return await page(429, message, { 'retry-after': String(wait) })
      }
      const message =
        'This link does not exist or is no longer active. Ask the person who gave it to you.'
      return await page(404, message)
    }
    const { segment, cookie } = place
    const location = `/s/${segment}`
    const headers = new Headers({ location, 'cache-control': 'no-store' })
    if (cookie) {
      const parts = [
        `${cookie.name}=${cookie.value}`,
        ...[`Path=${location}`, `Max-Age=${PRIVATE_SECONDS}`, 'HttpOnly', 'SameSite=Lax'],
        ...(env().secure ? ['Secure'] : []),
      ]
      headers.set('set-cookie', parts.join('; '))
    }
    return new Response(null, { status: 303, headers })
  } catch (error) {
    return unavailable(error)
  }
}

async function page(
  status: number,
  trouble: string | null,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Under no-referrer a browser sends its form with the origin "null", which is refused.
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    ...more,
  }
  return new Response(await openPage(trouble, status === 200), { status, headers })
}

async function codeFrom(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) return null
  const body = await request.text()
  if (body.length > MOST_BODY) return null
  const text = (new URLSearchParams(body).get('code') ?? '').trim()
  return text.slice(text.lastIndexOf('#') + 1).trim()
}
