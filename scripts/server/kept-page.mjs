import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { reads } from './coding.mjs'

const compress = promisify(gzip)

/** Below this a page fits one network packet anyhow. */
const worthCompressing = 1_000
/** What a page costs in memory besides its bytes. */
const overhead = 2_000

/** Browsers ask each time; one cache in front may answer for a second. */
const usual = 'public, max-age=0, s-maxage=1, must-revalidate'

/** Headers of Next's answer that are ours to say, or that only concern us. */
const notPassedOn =
  /^(connection|keep-alive|transfer-encoding|date|content-length|etag|vary|cache-control|x-throughline-(cacheable|workspace|expires|parameters|view|frames|script))$/

/**
 * A page ready to be sent. `until`: ms, when it must be made anew; heads are flat lists of names
 * and values, which Node writes fastest.
 *
 * @typedef {object} KeptPage
 * @property {string} hash of the link
 * @property {string} workspace
 * @property {number} until
 * @property {number} size in bytes, of everything kept
 * @property {boolean} counts whether who opens it is counted: a page does, a file does not
 * @property {string} tag without quotes
 * @property {ReadonlySet<string>} etags the tag of each form, as clients send it back
 * @property {{ head: string[], body: Buffer }} plain
 * @property {{ head: string[], body: Buffer }} packed with gzip, or the plain one
 * @property {string[]} unchanged head of a 304
 */

/**
 * Makes of an answer what is sent again and again.
 *
 * @param {object} made
 * @param {string} made.hash
 * @param {string} made.workspace
 * @param {number} made.until
 * @param {import('node:http').IncomingHttpHeaders} made.headers of Next's answer
 * @param {Buffer} made.body
 * @param {Record<string, string>} made.security headers that every answer has
 * @param {string} [made.cacheControl]
 * @returns {Promise<KeptPage>}
 */
export async function keptPage({
  hash,
  workspace,
  until,
  headers,
  body,
  security,
  cacheControl = usual,
}) {
  const tag =
    headers.etag?.match(/^(?:W\/)?"([\w-]+)"$/)?.[1] ??
    createHash('sha256').update(hash).update(body).digest('base64url')
  const common = {
    ...security,
    ...passedOn(headers),
    'cache-control': cacheControl,
    vary: 'accept-encoding',
  }
  const plain = form({ ...common, etag: `"${tag}"` }, body)
  // A picture is packed already.
  const packed =
    body.length < worthCompressing || String(headers['content-type']).startsWith('image/')
      ? plain
      : form(
          // Another form of the page is other bytes, so it has another tag (RFC 9110, 8.8.3.3).
          { ...common, etag: `"${tag}.gz"`, 'content-encoding': 'gzip' },
          await compress(body, { level: 9 }),
        )
  const { vary } = common
  const etags = new Set([`"${tag}"`, `"${tag}.gz"`])
  const unchanged = Object.entries({ 'cache-control': cacheControl, vary, etag: `"${tag}"` }).flat()
  const size = plain.body.length + packed.body.length + overhead
  const counts = headers['x-throughline-view'] === hash
  return { hash, workspace, until, size, counts, tag, etags, plain, packed, unchanged }
}

/**
 * @param {Record<string, string>} headers
 * @param {Buffer} body
 */
function form(headers, body) {
  return { head: Object.entries({ ...headers, 'content-length': `${body.length}` }).flat(), body }
}

/**
 * The headers of Next's answer that reach the client.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {Record<string, string>}
 */
export function passedOn(headers) {
  /** @type {Record<string, string>} */
  const kept = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !notPassedOn.test(name)) kept[name] = String(value)
  }
  return kept
}

/**
 * Sends a page in the form that the client reads, or says that it has it already.
 *
 * @param {import('node:http').IncomingMessage} request a GET or HEAD
 * @param {import('node:http').ServerResponse} response
 * @param {KeptPage} page
 */
export function sendPage({ method, headers }, response, page) {
  const known = headers['if-none-match']
  if (known !== undefined && isKnown(known, page)) {
    response.writeHead(304, page.unchanged).end()
    return
  }
  const { head, body } = readsGzip(headers['accept-encoding']) ? page.packed : page.plain
  response.writeHead(200, head)
  if (method === 'HEAD') response.end()
  else response.end(body)
}

/**
 * Either form counts: who has the one need not fetch the other. `*` asks for any at all.
 *
 * @param {string} known value of If-None-Match, nearly always one tag as we sent it
 * @param {KeptPage} page
 */
function isKnown(known, { tag, etags }) {
  if (etags.has(known)) return true
  return known
    .split(',')
    .some((one) => one.trim().replace(/^W\/|"|\.gz(?="$)/g, '') === tag || one.trim() === '*')
}

/**
 * Whether the client reads gzip.
 *
 * @param {string | string[] | undefined} accepted
 */
export function readsGzip(accepted) {
  return reads(accepted, ['gzip', 'x-gzip'])
}
