import { exportFileName, exportFormat, type ExportFormatName } from '@/lib/exports/formats'
import { todayIn } from '@/lib/dates/days'
import { lossHeader } from '@/lib/inner-headers'
import type { ExportAsked } from '@/server/exports/asked'
import type { Organizer } from '@/server/auth/viewer'
import { spoolExport } from '@/server/exports/spool'
import { refused } from './refused'

/** Answers with an export as a file to be saved, or with the sentence that says why there is none. */
export async function exportFile(viewer: Organizer, asked: ExportAsked): Promise<Response> {
  try {
    const { body, size, loss } = await spoolExport(viewer, asked)
    return new Response(body, {
      headers: {
        'content-type': exportFormat(asked.format).type,
        'content-length': String(size),
        'content-disposition': `attachment; filename="${nameOf(asked.format, asked.slug)}"`,
        [lossHeader]: loss.length === 0 ? 'nothing' : loss.join('; '),
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
