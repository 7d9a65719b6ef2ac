import { exportFileName, exportFormat, type ExportFormatName } from '@/lib/exports/formats'
import { todayIn } from '@/lib/dates/days'
import { lossHeader, lossInHeader } from '@/lib/inner-headers'
import { filterAsked, type ExportAsked } from '@/server/exports/asked'
import type { Organizer } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { spoolExport } from '@/server/exports/spool'
import { refused } from './refused'

/**
 * Answers with an export under the filter of the address, as a file to be saved, or with the sentence that says why
 * there is none.
 */
export async function exportFile(
  viewer: Organizer,
  request: Request,
  what: Omit<ExportAsked, 'filter'>,
): Promise<Response> {
  try {
    // A campaign that somebody may not see is not there, whatever else is asked.
    if (what.slug !== null) await getCampaign(viewer, what.slug)
    const asked = { ...what, filter: filterAsked(new URL(request.url).searchParams, what.slug) }
    const { body, size, loss } = await spoolExport(viewer, asked)
    return new Response(body, {
      headers: {
        'content-type': exportFormat(asked.format).type,
        'content-length': String(size),
        'content-disposition': `attachment; filename="${nameOf(asked.format, asked.slug)}"`,
        [lossHeader]: lossInHeader(loss),
        'cache-control': 'private, no-store',
        vary: 'cookie',
      },
    })
  } catch (error) {
    return refused(error)
  }
}

function nameOf(format: ExportFormatName, slug: string | null): string {
  return exportFileName(format, slug, todayIn('UTC'))
}
