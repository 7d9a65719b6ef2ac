import { fileLeavesOut, filesFor } from '@/lib/formats/files'
import { requestHeader } from '@/lib/inner-headers'
import { readFilter } from '@/lib/timeline/filters'
import { openShare } from '@/server/auth/share-reader'
import { verifyPassword } from '@/server/auth/passwords'
import { env } from '@/server/env'
import { getSharedCampaign, type Reading } from '@/server/shares/links/queries'
import { isHandle } from '@/server/shares/links/private'
import { plotsOf } from '@/server/shares/reading/plots'
import { UNLOCK_SECONDS, unlockCookie, unlockValue } from '@/server/shares/links/unlock'
import { countUnlock } from '@/server/auth/unlock-limit'
import { askable } from '@/server/shares/reading/where'
import { answer, cookieOf, dead, locked, unavailable } from '../answer'
import { cardOf, recordInWords } from '../cards'
import { oembedOf } from '../oembed'
import { sharedPage } from '../pages'

export const dynamic = 'force-dynamic'

const MOST_BODY = 2_000

type Context = { params: Promise<{ token: string }> }

/** Reads a share: without script, without session, and with no way to see more by asking for it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const reading = readingOf(new URL(request.url).searchParams)
    const shared = await getSharedCampaign(reader, reading)
    const { campaign, terms, demands, drawing, onNow, page, count, find, updatedAt } = shared
    const text = await sharedPage({
      ...{ campaign, demands, drawing, onNow, page, count, find, updatedAt },
      scope: terms.scope,
      order: reading.order,
      first: reading.after === null,
      filter: askable(reading.filter, terms),
      address: `/s/${token}`,
      url: isForAll ? new URL(`/s/${token}`, env().url).href : null,
      files: filesFor({ lens: reader.lens, scope: terms.scope }).map(({ name, file }) => ({
        ...{ name, label: file.label, without: fileLeavesOut(file) },
      })),
      ...{ indexed: terms.indexed, publisher: terms.publisher },
      closed: !isForAll,
      card: cardOf({ terms, isForAll }, `/s/${token}`, recordInWords(shared)),
      oembed: oembedOf({ terms, isForAll }, `/s/${token}`),
      edition: terms.edition,
      // Calendar programs open this scheme; a reader of the page need not know how to subscribe.
      calendar: new URL(`/s/${token}/calendar.ics`, env().url).href.replace(/^https?:/, 'webcal:'),
      plots: plotsOf(terms).length > 0,
    })
    return { text, page: terms }
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
    const { lock, passwordHash } = opened
    const wait = await countUnlock(lock.shareLinkId, request.headers.get(requestHeader.address))
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

// What is not understood is left out: a parameter turns pages and narrows them, and does nothing else.
function readingOf(parameters: URLSearchParams): Required<Reading> {
  const after = parameters.get('after')
  return {
    order: parameters.get('order') === 'oldest' ? 'oldest' : 'newest',
    after: after && isCursor(after) ? after : null,
    filter: readFilter(parameters),
  }
}

function isCursor(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\d{4})?_[0-9a-f]{32}$/.exec(text) ?? []
  return day !== undefined && !Number.isNaN(Date.parse(day))
}
