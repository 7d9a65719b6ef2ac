import { todayIn } from '@/lib/dates/days'
import { ownData } from '@/server/auth/own-data'
import { requireRecentViewer } from '@/server/auth/session'

/** What is stored about whoever is signed in, as a file. */
export async function GET(): Promise<Response> {
  const viewer = await requireRecentViewer('/account')
  const text = JSON.stringify(await ownData(viewer), null, 2)
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="my-throughline-data-${todayIn('UTC')}.json"`,
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
