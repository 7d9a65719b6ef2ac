import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ShareNews } from './share-news'
import type { shareViews } from './share-views'
import { LRUCache } from 'lru-cache'
import {
  isForServer,
  readCachingTerms,
  readSharedTerms,
  readView,
  requestHeader,
  type SharedTerms,
} from '../../lib/inner-headers'
import { bodyOf, type innerRequests } from './inner-request'
import { cachedPage, sendPage, type CachedPage } from './cached-page'
import { PageStore } from './page-store'
import { pageKey, parseShareAddress } from './share-address'
import { PageFills, type Making } from './page-fills'
import { refusalOf, sendRefusal, type Refusal } from './share-refusal'

type Request = IncomingMessage
type Response = ServerResponse
/** A page of a link. */
type SharedPage = CachedPage & {
  /** Of the link. */
  hash: string
  workspace: string
  /** Whether who opens it is counted: a page does, a file does not. */
  counts: boolean
}
type Made = { page: SharedPage } | { refusal: Refusal } | { failed: Failed } | { other: number }
/** What could not be made, and would cost as much again. */
type Failed = { status: number; headers: IncomingMessage['headers']; body: Buffer }

const maxBytes = 64_000_000
/** A page changes without a write too: a day goes by, a hidden place may be told. */
const longestLife = 60_000
const maxOthers = 10_000
const maxNames = 10_000
/** Headers of an answer of Next's that are of its way to us. */
const ofTheWay = /^(connection|keep-alive|transfer-encoding|date)$/

/**
 * Serves shared pages from memory. Next makes a page when it is not there; its answer says in
 * headers of ours whether, and for how long, the page may be kept.
 *
 * @param order.ask Next's handler
 * @param order.security headers that every answer has
 * @param order.now ms
 * @param order.limit bytes
 */
export function shareCache({
  ask,
  news,
  security,
  views,
  now = Date.now,
  limit = maxBytes,
}: {
  ask: ReturnType<typeof innerRequests>
  news: Pick<ShareNews, 'isFresh' | 'isListening'>
  security: (path: string, terms: SharedTerms) => Record<string, string>
  views: Pick<ReturnType<typeof shareViews>, 'see'>
  now?: () => number
  limit?: number
}) {
  const pages = new PageStore<SharedPage>(limit)
  const fills: PageFills<Made> = new PageFills()
  /** Names of the parameters that matter, by path. */
  const names = new LRUCache<string, readonly string[]>({ max: maxNames })
  /** Paths that Next answers to each by itself, and until when. */
  const others = new LRUCache<string, number>({ max: maxOthers })
  let malformed: Promise<Refusal> | null = null

  const forget = (what: string) => {
    fills.change(what)
    others.clear()
    pages.dropWhere(({ hash, workspace }) => hash === what || workspace === what)
  }

  const forgetAll = () => {
    fills.miss()
    others.clear()
    pages.clear()
  }

  const find = ({ method, url = '' }: Request): SharedPage | undefined => {
    if ((method !== 'GET' && method !== 'HEAD') || !news.isFresh()) return undefined
    const at = url.indexOf('?')
    if (at < 0) return pages.get(url, now())
    const path = url.slice(0, at)
    return pages.get(pageKey(path, url.slice(at + 1), names.get(path)), now())
  }

  /** Sends a page, and counts it where a person asked. */
  const send = (request: Request, response: Response, page: SharedPage) => {
    if (page.counts) views.see(request, page.hash)
    // The page brings this header itself, unless some sites may frame it.
    response.removeHeader('x-frame-options')
    sendPage(request, response, page)
  }

  const make = async (
    path: string,
    query: string,
    hash: string,
    headers: Request['headers'],
    making: Making,
  ): Promise<Made> => {
    const begun = now()
    if (!news.isListening()) making.missed = true
    const answer = await ask({
      url: pageKey(path, query, names.get(path)),
      headers: { host: headers.host, ...ownHeaders(headers), [requestHeader.fill]: '1' },
    })
    const status = answer.statusCode ?? 500
    if (status === 404) return { refusal: await refusalOf(answer) }
    if (status >= 500) {
      return { failed: { status, headers: answer.headers, body: await bodyOf(answer) } }
    }
    const terms = status === 200 ? termsOf(answer.headers, hash) : null
    if (!terms) {
      answer.destroy()
      return { other: status }
    }
    const body = await bodyOf(answer)
    const { workspace, expires } = terms
    const made = await cachedPage({
      ...{ owner: hash, body },
      until: Math.min(begun + longestLife, expires),
      headers: answer.headers,
      security: security(path, readSharedTerms(answer.headers)),
    })
    const page = { ...made, hash, workspace, counts: readView(answer.headers) === hash }
    if (terms.parameters) names.set(path, terms.parameters)
    const { changed, missed } = making
    if (!missed && !changed.has(workspace) && !changed.has(hash)) {
      pages.set(pageKey(path, query, names.get(path)), page)
    }
    return { page }
  }

  /**
   * Lets Next answer with all that the client said. Only "there is nothing here" is sent in the same
   * form as always, so that nobody can tell one such answer from another.
   */
  const pass = async (request: Request, response: Response) => {
    const { method, url = '', headers } = request
    const answer = await ask({ method, url, headers: { ...headers, connection: 'close' } })
    if (answer.statusCode === 404 && method === 'GET') {
      return sendRefusal(request, response, await refusalOf(answer))
    }
    const view = readView(answer.headers)
    if (view !== undefined) views.see(request, view)
    sendHead(url, response, { status: answer.statusCode ?? 500, headers: answer.headers })
    answer.once('error', () => response.destroy())
    response.once('close', () => answer.destroy())
    answer.pipe(response)
  }

  const sendHead = (
    url: string,
    response: Response,
    { status, headers }: Pick<Failed, 'status' | 'headers'>,
  ) => {
    response.removeHeader('x-frame-options')
    const [path = ''] = url.split('?')
    const all = { ...security(path, readSharedTerms(headers)), ...headers }
    for (const [name, value] of Object.entries(all)) {
      if (!ofTheWay.test(name) && !isForServer(name) && value !== undefined)
        response.setHeader(name, value)
    }
    response.writeHead(status)
  }

  const askMalformed = async () => {
    const answer = await ask({ url: '/s/-', headers: { host: 'localhost' } })
    if (answer.statusCode !== 404) throw new Error(`/s/- was answered ${answer.statusCode}`)
    return refusalOf(answer)
  }

  /**
   * Answers a request for a shared page, with Next's help where it must be.
   *
   * @returns false when the request is for something else
   */
  const answer = async (request: Request, response: Response): Promise<boolean> => {
    const { method, url, headers } = request
    const address = method === 'GET' || method === 'HEAD' ? parseShareAddress(url) : null
    if (!address) return false
    if (address.kind === 'malformed') {
      malformed ??= askMalformed()
      malformed.catch(() => (malformed = null))
      sendRefusal(request, response, await malformed)
      return true
    }
    if (address.kind === 'private') {
      await pass(request, response)
      return true
    }
    const { path, query, hash } = address
    if ((others.get(path) ?? 0) <= now()) {
      const cached = find(request)
      const made = cached
        ? { page: cached }
        : await fills.run(pageKey(path, query, names.get(path)), (making) =>
            make(path, query, hash, headers, making),
          )
      if ('page' in made) return (send(request, response, made.page), true)
      if ('refusal' in made) return (sendRefusal(request, response, made.refusal), true)
      if ('failed' in made) {
        sendHead(path, response, made.failed)
        response.end(method === 'HEAD' ? undefined : made.failed.body)
        return true
      }
      others.set(path, now() + longestLife)
    }
    await pass(request, response)
    return true
  }

  return { find, send, answer, forget, forgetAll, bytes: () => pages.bytes }
}

/** On what terms an answer may be cached; null when it may not. */
function termsOf(headers: Request['headers'], hash: string) {
  const terms = readCachingTerms(headers)
  return terms?.hash === hash && !headers['set-cookie'] ? terms : null
}

/** What Next must know of a request beside its address: what our own gate noted. */
function ownHeaders(headers: Request['headers']) {
  const noted = [requestHeader.address, 'content-security-policy']
  return Object.fromEntries(
    noted.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
  )
}
