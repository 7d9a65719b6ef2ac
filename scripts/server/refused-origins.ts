import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { requestHeader } from '../../lib/inner-headers'
import type { innerRequests } from './inner-request'
import { bodyOf } from './inner-request'
import { sessionToken } from './sessions'

const HOUR = 60 * 60_000
/** More than these at once go untold: they are a flood, of which the first ones tell. */
const mostAtOnce = 4

/**
 * Has the app note that a write from another site was refused which carried a living session. Each
 * session is told once in an hour; the app itself makes sure of that for several processes.
 *
 * @param ask puts questions to the app
 */
export function refusedOrigins({
  isLive,
  ask,
  host,
}: {
  isLive: (headers: Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>) => Promise<boolean>
  ask: ReturnType<typeof innerRequests>
  host: string
}): (headers: Pick<IncomingHttpHeaders, 'cookie'>) => Promise<void> {
  const told = new LRUCache<string, true>({ max: 10_000, ttl: HOUR })
  let telling = 0
  return async ({ cookie }) => {
    const token = sessionToken(cookie)
    if (!cookie || !token || told.has(token) || telling >= mostAtOnce) return
    told.set(token, true)
    telling += 1
    try {
      if (!(await isLive({ cookie }))) return
      const headers = { host, cookie, [requestHeader.refused]: 'origin', 'content-length': 0 }
      const answer = await ask({ method: 'POST', url: '/api/refused', headers })
      await bodyOf(answer)
      if ((answer.statusCode ?? 500) >= 500)
        throw new Error(`The app answered ${answer.statusCode}.`)
    } catch (error) {
      told.delete(token)
      console.error('A refused write was not noted.', error)
    } finally {
      telling -= 1
    }
  }
}
