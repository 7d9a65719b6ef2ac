import { plotFile, plotFileNamed } from '@/app/plot-file'
import { readFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { noteDownload } from '@/server/history/downloads'
import { orNotFound } from '@/server/pages'
import { readPlots } from '@/server/plots/queries'

/** GET /campaigns/…/plots/crowds.svg, .png or .csv: a plot under the filter of the address, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const viewer = await requireViewer()
  const { slug, file } = await params
  const asked = plotFileNamed(file)
  if (!asked) return missing()
  const { name, format } = asked
  const filter = readFilter(new URL(request.url).searchParams)
  const whole = format === 'csv'
  const { id, title, plots } = await orNotFound(
    readPlots(viewer, { slug, filter, names: [name], whole }),
  )
  const [data] = plots
  const made = data ? await plotFile(data, format, title) : null
  if (!made) return missing()
  await noteDownload(viewer, 'campaign', id, 'plot')
  return new Response(made.body, {
    headers: {
      'content-type': made.type,
      'content-disposition': `attachment; filename="${slug}-${name}.${format}"`,
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}

function missing(): Response {
  return new Response('There is no such file.', { status: 404 })
}
