import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import {
  constants,
  createBrotliCompress,
  createGzip,
  type BrotliCompress,
  type Gzip,
} from 'node:zlib'
import { codingOf } from './coding'

/** Below this an answer fits one network packet anyhow. */
const worthCompressing = 1_000
/** Whoever writes more than this at one go is asked to wait. */
const mostBuffered = 65_536
const texts =
  /^(?:text\/(?!event-stream)|application\/(?:json|javascript|manifest\+json|xml|rss\+xml)|image\/svg\+xml)/

/**
 * Compresses what is written to an answer, piece by piece, in a form that the client reads. Brotli
 * finds again what stands more than 32 KB earlier, as gzip cannot: a page of React holds each of
 * its texts twice, far apart.
 *
 * @param response is changed
 */
export function compressAnswer(
  request: IncomingMessage,
  response: ServerResponse & { flush?: () => void },
) {
  const coding = codingOf(request.headers['accept-encoding'])
  if (coding === null || request.method === 'HEAD') return
  // Each may be called in several forms, which are passed on as they came.
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const writeHead = response.writeHead.bind(response)
  const flushHeaders = response.flushHeaders.bind(response)
  const writeOn = (...all: unknown[]) => Reflect.apply(write, response, all) as boolean
  const endOn = (...all: unknown[]) => Reflect.apply(end, response, all) as typeof response
  let packer: BrotliCompress | Gzip | null | undefined

  // Once, when all headers are known and none is sent.
  const begin = () => {
    if (packer !== undefined || response.headersSent) return packer
    packer = null
    if (!isWorth(response)) return packer
    packer = packerOf(coding)
    response.removeHeader('content-length')
    response.setHeader('content-encoding', coding)
    const tag = response.getHeader('etag')
    if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('etag', `W/${tag}`)
    packer.on('data', (chunk: Buffer) => {
      if (!writeOn(chunk)) packer?.pause()
    })
    packer.on('end', () => endOn())
    // Whoever writes waits for the answer's own sign that it takes more.
    packer.on('drain', () => response.emit('drain'))
    packer.on('error', () => response.destroy())
    response.on('drain', () => packer?.resume())
    response.on('close', () => packer?.destroy())
    return packer
  }

  response.writeHead = (status: number, ...rest: unknown[]) => {
    const headers = rest.at(-1)
    if (headers && typeof headers === 'object' && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
        if (value !== undefined) response.setHeader(name, value)
      }
      rest.pop()
    }
    response.statusCode = status
    if (!Array.isArray(headers)) begin()
    return Reflect.apply(writeHead, response, [status, ...rest]) as typeof response
  }
  response.flushHeaders = () => {
    begin()
    flushHeaders()
  }
  // React writes a page in many pieces at one go; each by itself would be a turn of the packer and
  // a packet of its own.
  let pieces: Uint8Array[] = []
  let buffered = 0
  let asked = false
  let soon: NodeJS.Immediate | undefined
  const pack = () => {
    clearImmediate(soon)
    soon = undefined
    if (!packer || packer.destroyed) return
    const wasFull = buffered > mostBuffered
    const takesMore = buffered === 0 || packer.write(Buffer.concat(pieces))
    pieces = []
    buffered = 0
    if (wasFull && takesMore) response.emit('drain')
    if (asked) packer.flush()
    asked = false
  }
  response.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    const to = begin()
    if (!to) return writeOn(chunk, ...rest)
    const [encoding] = rest
    pieces.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8')
        : chunk,
    )
    buffered += chunk.length
    soon ??= setImmediate(pack)
    const done = rest.at(-1)
    if (typeof done === 'function') process.nextTick(() => void Reflect.apply(done, response, []))
    return buffered <= mostBuffered && !to.writableNeedDrain
  }
  response.end = (...rest: unknown[]) => {
    const [chunk] = rest
    const isBody = typeof chunk === 'string' || chunk instanceof Uint8Array
    // An answer in one piece that did not say its length.
    if (packer === undefined && !response.headersSent && isBody && chunk.length > 0) {
      if (!response.hasHeader('content-length'))
        response.setHeader('content-length', Buffer.byteLength(chunk))
    }
    const to = isBody && chunk.length > 0 ? begin() : packer
    if (!to) return endOn(...rest)
    pack()
    Reflect.apply(to.end.bind(to), to, rest)
    return response
  }
  // Next asks for this after each piece that is to be seen at once.
  response.flush = () => {
    asked = true
    soon ??= setImmediate(pack)
  }
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === 'string' && Buffer.isEncoding(value)
}

function isWorth(response: ServerResponse) {
  const { statusCode } = response
  if (statusCode === 204 || statusCode === 304) return false
  if (!texts.test(String(response.getHeader('content-type') ?? ''))) return false
  const cached = String(response.getHeader('cache-control') ?? '')
  const vary = String(response.getHeader('vary') ?? '')
  if (!/accept-encoding/i.test(vary))
    response.setHeader('vary', vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`)
  if (response.hasHeader('content-encoding') || /no-transform/.test(cached)) return false
  const length = response.getHeader('content-length')
  return length === undefined || Number(length) >= worthCompressing
}

function packerOf(coding: 'br' | 'gzip') {
  if (coding === 'gzip') return createGzip({ level: 6, flush: constants.Z_NO_FLUSH })
  return createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: 20,
    },
  })
}
