import { requestHeader } from '@/lib/inner-headers'
import { openShare } from '@/server/auth/share-reader'
import { verifyPassword } from '@/server/auth/passwords'
import { env } from '@/server/env'
import { getSharedCampaign } from '@/server/shares/links/queries'
import { isHandle } from '@/server/shares/links/private'
import { UNLOCK_SECONDS, unlockCookie, unlockValue } from '@/server/shares/links/unlock'
import { countUnlock } from '@/server/auth/unlock-limit'
import { answer, cookieOf, dead, locked, unavailable } from '../answer'
import { linkPage, readingOf } from '../link-page'

export const dynamic = 'force-dynamic'

const MOST_BODY = 2_000

type Context = { params: Promise<{ token: string }> }

/** Reads a share: without script, without session, and with no way to see more by asking for it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const reading = readingOf(new URL(request.url).searchParams)
    const shared = await getSharedCampaign(reader, reading)
    const path = `/s/${token}`
    const place = { lens: reader.lens, address: path, path, isForAll }
    return { text: await linkPage(shared, reading, place), page: shared.terms }
  })
}

/** Takes a link's password from a form, and nothing else. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  try {
    const opened = await openShare(token, (name) =>
      isHandle(token) ? cookieOf(request, name) : undefined,
    )
    if (!opened) return await dead()
    const here = { location: `/s/${token}`, 'cache-control': 'no-store' }
    if (opened.state === 'open') return new Response(null, { status: 303, headers: here })
    const password = await passwordFrom(request)
    if (password === null) {
      return await locked(token, { status: 413, message: 'This is longer than any password here.' })
    }
    const { lock, passwordHash, workspaceId } = opened
    const link = { shareLinkId: lock.shareLinkId, workspaceId }
    const wait = await countUnlock(link, request.headers.get(requestHeader.address))
    if (wait > 0) {
      const message = `Too many passwords were tried from your network. Wait ${Math.ceil(wait / 60)} minutes, then try again.`
      return await locked(token, {
        ...{ status: 429, message },
        headers: { 'retry-after': String(wait) },
      })
    }
    if (!(await verifyPassword(password, passwordHash))) {
      return await locked(token, {
        status: 403,
        message: 'That is not the password for this link. Ask the person who gave you the link.',
      })
    }
    const cookie = [
      `${unlockCookie(lock)}=${unlockValue(lock, new Date())}`,
      ...[`Path=/s/${token}`, `Max-Age=${UNLOCK_SECONDS}`, 'HttpOnly', 'SameSite=Lax'],
      ...(env().secure ? ['Secure'] : []),
    ]
    return new Response(null, {
      status: 303,
      headers: { ...here, 'set-cookie': cookie.join('; ') },
    })
  } catch (error) {
    return unavailable(error)
  }
}

async function passwordFrom(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) return null
  const body = await request.text()
  return body.length > MOST_BODY ? null : (new URLSearchParams(body).get('password') ?? '')
}
