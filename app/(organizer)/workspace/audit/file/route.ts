import { todayIn } from '@/lib/dates/days'
import { auditCsv, readAuditFilter } from '@/lib/history/audit'
import { requireRecentViewer } from '@/server/auth/session'
import { exportAudit } from '@/server/history/audit'
import { refused } from '@/app/refused'

/** The audit, or what a filter leaves of it, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireRecentViewer('/workspace/audit')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  try {
    return new Response(auditCsv(await exportAudit(viewer, readAuditFilter(query))), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audit-${todayIn('UTC')}.csv"`,
        'cache-control': 'private, no-store',
        vary: 'cookie',
      },
    })
  } catch (error) {
    return refused(error)
  }
}
