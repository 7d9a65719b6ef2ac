import type { Metadata } from 'next'
import { PlotList } from '@/components/plots/plot-figure'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { withParams } from '@/lib/timeline/address'
import { readPanel } from '@/lib/timeline/facets'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import { plotNames } from '@/lib/plots/plots'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { readPlots } from '@/server/plots/queries'
import { mayShare } from '@/server/shares/links/may-share'
import { readFrame } from '@/server/timeline/timeline'
import '@/public/plots.css'

export const metadata: Metadata = { title: 'Plots' }

/** The campaign in five drawings, each with its numbers and its files. */
export default async function PlotsPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/plots'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const { names, counts, shown, choices, saved } = await orNotFound(
    readFrame(viewer, { slug, filter, panel: readPanel(query) }),
  )
  const { plots } = await readPlots(viewer, { slug, filter, names: plotNames })
  const here = `/campaigns/${slug}`
  const file = (name: string) => withParams(`${here}/plots/${name}`, filterParams(filter))
  return (
    <ViewFrame
      slug={slug}
      view="plots"
      filter={filter}
      {...{ names, counts, shown, choices, saved }}
      mayLog={viewer.role !== 'viewer'}
      mayShare={mayShare(viewer)}
    >
      {shown.all === 0 && !isEmptyFilter(filter) ? (
        <NothingFound slug={slug} view="plots" filter={filter} some={false} />
      ) : (
        <PlotList
          plots={plots}
          links={(name) => ({
            entry: (id) => `${here}/entries/${id}`,
            demand: (number) => `${here}/demands/${number}`,
            files: ['svg', 'png', 'csv'].map((format) => ({
              label: format.toUpperCase(),
              href: file(`${name}.${format}`),
            })),
          })}
        />
      )}
    </ViewFrame>
  )
}
