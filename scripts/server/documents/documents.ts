import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestHeader } from '../../../lib/inner-headers'
import { cachedPage, sendPage, type CachedPage } from '../cached-page'
import { bodyOf, type innerRequests } from '../inner-request'
import { sessionToken } from '../sessions'
import { lastWritten } from '../written'
import { PageFills } from '../page-fills'
import { PageStore } from '../page-store'
import { documentAt } from './address'
import { documentHtml } from './html'
import type { documentStates } from './state'
import type { PageStyles } from './style-sheet'

const maxBytes = 32_000_000
/** A page changes without a write too: a day goes by. In ms. */
const longestLife = 60_000
/** Packing harder takes longer than sending more, for what one person reads. */
const packing = 5

type Document = CachedPage & { version: number }

/**
 * Answers members' pages from memory, ahead of Next, for as long as nothing changed that may show in
 * them. Each page is one session's own. It is sent without the app's script, which comes when
 * somebody reaches for what needs it (`later.ts`).
 *
 * @param order.ask Next's handler
 * @param order.security headers that every answer has, with the nonce of a page's styles
 * @param order.styles what pages need of the build's style sheets
 */
export function documents({
  ask,
  states,
  security,
  styles,
}: {
  ask: ReturnType<typeof innerRequests>
  states: Pick<ReturnType<typeof documentStates>, 'of' | 'change'>
  security: (nonce: string) => Record<string, string>
  styles: PageStyles
}) {
  const pages = new PageStore<Document>(maxBytes)
  const fills = new PageFills<Document | null>()

  const make = async (
    { url = '', headers }: IncomingMessage,
    token: string,
    version: number,
    begins: 'now' | 'later',
  ): Promise<Document | null> => {
    const hasFonts = knowsFonts(headers)
    const begun = Date.now()
    const answer = await ask({ url, headers: forwardedHeaders(headers) })
    const isPage = answer.statusCode === 200 && !answer.headers['set-cookie']
    const nonce = randomBytes(16).toString('base64')
    const html = isPage
      ? documentHtml((await bodyOf(answer)).toString(), { begins, nonce, styles, hasFonts })
      : null
    answer.destroy()
    if (html === null) return null
    // The style sheets that Next names in this header are not needed for the first frame any more.
    const { link: _link, ...kept } = answer.headers
    const page = await cachedPage({
      ...{ owner: token, body: Buffer.from(html) },
      until: begun + longestLife,
      headers: kept,
      security: security(nonce),
      cacheControl: 'private, no-store',
      level: packing,
    })
    return { ...page, version }
  }

  /**
   * Answers a request for a page that one reads.
   *
   * @returns false when the request is for something else, or Next should answer by itself
   */
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const begins = documentAt(request)
    const token = sessionToken(request.headers.cookie)
    if (begins === null || token === undefined) return false
    // Where the database does not say, the app finds out and says so.
    const version = await states.of(token).catch(() => null)
    if (version === null) return false
    const seen = `${knowsFonts(request.headers)} ${lastWritten(request.headers.cookie)}`
    const key = `${token} ${seen} ${request.url}`
    const known = pages.get(key, Date.now())
    const made =
      known?.version === version
        ? known
        : await fills.run(`${version} ${key}`, () => make(request, token, version, begins))
    if (made === null) return false
    pages.set(key, made)
    sendPage(request, response, made)
    return true
  }

  /** Notes a request that may change something, before it is worked on and after it is answered. */
  const change = ({ headers }: IncomingMessage) => {
    const token = sessionToken(headers.cookie)
    if (token !== undefined) states.change(token)
  }

  return { answer, change, bytes: () => pages.bytes }
}

/** Whether a browser said, by a cookie that tells nothing else, that it has the fonts (`later.ts`). */
function knowsFonts({ cookie = '' }: IncomingMessage['headers']): boolean {
  return /(?:^|; )fonts=1(?:;|$)/.test(cookie)
}

/** What the app must know of a request for a page: who asks, where, and what our own gate noted. */
function forwardedHeaders(headers: IncomingMessage['headers']) {
  const names = [
    'host',
    'cookie',
    'user-agent',
    'accept',
    requestHeader.address,
    requestHeader.path,
  ]
  return Object.fromEntries(
    names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
  )
}
