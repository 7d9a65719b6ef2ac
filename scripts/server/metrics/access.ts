import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { parseUrl } from '../../../lib/url'
import { isLoopback } from '../../lib/config'

/** What a proxy adds, which is why a proxy on this machine is not taken for somebody on it. */
const ofProxies = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']

type Asking = Pick<IncomingMessage, 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

/**
 * Whether somebody may read the numbers of this server: with the operator's token, and where there is
 * none, from this machine itself, under a name of its own. To be asked before a request is cleaned.
 */
export function mayReadMetrics({ headers, socket }: Asking, token: string): boolean {
  if (token !== '') {
    const [, given = ''] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
    return timingSafeEqual(hash(given), hash(token))
  }
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const host = `http://${headers.host ?? ''}`
  const name = parseUrl(host)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  return isLoopback(from) && isLoopback(name) && ofProxies.every((one) => !(one in headers))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
