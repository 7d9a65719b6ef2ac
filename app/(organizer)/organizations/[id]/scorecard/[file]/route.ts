import { scorecardCsv } from '@/lib/organizations/scorecard-csv'
import { requireViewer } from '@/server/auth/session'
import { isIsoDay } from '@/server/demands/as-of'
import { noteDownload } from '@/server/history/downloads'
import { readScorecard } from '@/server/organizations/scorecard'
import { orNotFound } from '@/server/pages'

/** GET /organizations/…/scorecard/scorecard.csv: the numbers of a scorecard as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const viewer = await requireViewer()
  const { id, file } = await params
  if (file !== 'scorecard.csv') return new Response('There is no such file.', { status: 404 })
  const query = new URL(request.url).searchParams
  const day = query.get('asOf') ?? ''
  const asOf = isIsoDay(day) ? day : undefined
  const divisions = query.get('divisions') !== 'no'
  const card = await orNotFound(readScorecard(viewer, { id, divisions, asOf }))
  await noteDownload(viewer, 'organization', id, 'scorecard')
  return new Response(scorecardCsv(card), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="scorecard.csv"',
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
