import 'server-only'
import { requestHeader, writeCachingTerms } from '@/lib/inner-headers'
import type { ShareReader } from './viewer'

/** What of an address's query any page of a link depends on: its order, its place, its filter, a day, a size, how much. */
export const sharedParameters = [
  ...['after', 'order', 'q', 'lane', 'kind', 'org', 'person', 'demand', 'tag', 'place'],
  ...['from', 'to', 'date', 'source', 'checked', 'status', 'page', 'since', 'entries'],
  ...['maxwidth', 'maxheight'],
]

/**
 * What tells the HTTP server in front of the app that it may keep an answer and give it to
 * everybody: whose it is, when the link ends, and which parameters of the query matter. For pages
 * of links without a password alone; nothing when the app itself is not asked by that server.
 *
 * The server takes these headers off again, and lets none of them in from outside.
 */
export function cachingHeaders(
  request: Request,
  link: { tokenHash: Buffer; reader: ShareReader; expiresAt: Date | null },
): Record<string, string> {
  if (!request.headers.has(requestHeader.fill)) return {}
  return writeCachingTerms({
    hash: link.tokenHash.toString('hex'),
    workspace: link.reader.workspaceId,
    expires: link.expiresAt?.getTime() ?? Infinity,
    parameters: sharedParameters,
  })
}
