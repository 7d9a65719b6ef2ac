import 'server-only'
import { headers } from 'next/headers'
import { requestHeader } from '@/lib/inner-headers'

/**
 * The network address that this request came from, or null.
 *
 * Our HTTP server sets this header on every request, over whatever the client sent, and it alone
 * knows which proxies to believe; X-Forwarded-For is not looked at here.
 */
export async function requestAddress(): Promise<string | null> {
  return (await headers()).get(requestHeader.address)
}
