import { plotFileNamed } from '@/app/plot-file'
import { plotCsv } from '@/lib/plots/table'
import { readFilter } from '@/lib/timeline/filters'
import { notFound } from '@/server/errors'
import { readSharedPlots } from '@/server/shares/reading/plots'
import { answer } from '../../../answer'

export const dynamic = 'force-dynamic'

/** Gives out the numbers of one plot of a share as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  const { token, file } = await params
  return answer(request, token, async ({ reader }) => {
    const asked = plotFileNamed(file)
    if (asked?.format !== 'csv') throw notFound('file')
    const filter = readFilter(new URL(request.url).searchParams)
    const { plots } = await readSharedPlots(reader, { filter, names: [asked.name], whole: true })
    const [data] = plots
    if (!data) throw notFound('plot')
    return {
      text: plotCsv(data),
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
      },
    }
  })
}
