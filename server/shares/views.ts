import 'server-only'
import { atThreshold, type Tx } from '../db'

const MOST_AT_ONCE = 1_000_000

/**
 * Adds page views to a link's sum of a day. Whoever calls it counted real views of pages and
 * nothing else: no HEAD, no robot, no preview. Nothing of who looked is known here.
 *
 * A link that is unknown is not counted, without an error.
 *
 * @param tokenHash the SHA-256 of the link's token.
 * @param day ISO day (UTC).
 * @param views how many there were since the last call, at least 1.
 */
export async function countView(tokenHash: Buffer, day: string, views: number): Promise<void> {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !Number.isInteger(views) || views < 1) return
  await atThreshold({ shareTokenHash: tokenHash }, async (tx) => {
    const link = await tx.shareLink.findUnique({
      where: { tokenHash: new Uint8Array(tokenHash) },
      select: { workspaceId: true, id: true },
    })
    if (!link) return
    const { workspaceId, id } = link
    await tx.$executeRaw`select set_config('app.workspace_id', ${workspaceId}, true)`
    const most = Math.min(views, MOST_AT_ONCE)
    await tx.$executeRaw`
      insert into share_view as v (workspace_id, share_link_id, day, views)
      values (${workspaceId}::uuid, ${id}::uuid, ${day}::date, ${most})
      on conflict (workspace_id, share_link_id, day)
      do update set views = least(v.views::bigint + excluded.views, 2000000000)::int`
  })
}

const ROBOTS =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|embedly|whatsapp|telegram|discord|slack|signal|skype|bing|yandex|duckduck|baidu|curl|wget|python|java\/|go-http|okhttp|node|headless|lighthouse|monitor|fetch/i

/**
 * Whether a request is a person's view of a page, as far as its own words tell. A browser that only
 * loads ahead of a click does not count.
 *
 * @param header gives the value of a header by its name in small letters.
 */
export function isPageView(
  method: string,
  header: (name: string) => string | null | undefined,
): boolean {
  if (method !== 'GET') return false
  const agent = header('user-agent') ?? ''
  if (agent === '' || ROBOTS.test(agent)) return false
  const purpose = `${header('sec-purpose') ?? ''} ${header('purpose') ?? ''} ${header('x-moz') ?? ''}`
  if (/prefetch|preview|prerender/i.test(purpose)) return false
  const destination = header('sec-fetch-dest')
  return !destination || destination === 'document' || destination === 'iframe'
}

/** The sums of views of these links, by link; those that nobody opened are absent. */
export async function viewsOf(tx: Tx, shareLinkIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.shareView.groupBy({
    by: ['shareLinkId'],
    where: { shareLinkId: { in: shareLinkIds } },
    _sum: { views: true },
  })
  return new Map(rows.map(({ shareLinkId, _sum }) => [shareLinkId, _sum.views ?? 0]))
}
