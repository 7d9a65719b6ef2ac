import type { Metadata } from 'next'
import { FormatList, OwnRecordNote } from '@/components/export/format-list'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { exportFormat, exportFormatNames } from '@/lib/exports/formats'
import { timelineHref, withParams } from '@/lib/timeline/address'
import { filterInWords } from '@/lib/timeline/filter-words'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { lossesOf } from '@/server/exports/losses'
import { mayShare } from '@/server/shares/links/may-share'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Export' }

export default async function ExportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/export'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const { counts, shown, names } = await orNotFound(
    readFrame(viewer, { slug, filter, panel: null }),
  )
  const asked = filterParams(filter)
  const view = await orNotFound(lossesOf(viewer, { slug, filter }, query.count === '1'))
  return (
    <Section title={isEmptyFilter(filter) ? 'Export this campaign' : 'Export the filtered entries'}>
      <p className="mb-3 font-semibold">
        {filterInWords(filter, { shown: shown.all, all: counts.all }, names)}
      </p>
      <OwnRecordNote />
      <p className="chrome mt-3 mb-2 flex flex-wrap gap-x-6 gap-y-1">
        {isEmptyFilter(filter) ? (
          <a href={timelineHref(slug, 'story', filter, { panel: 'filters' })}>
            To export part of it, filter the timeline
          </a>
        ) : (
          <>
            <a href={timelineHref(slug, 'story', filter)}>Back to these entries</a>
            <a href={`/campaigns/${slug}/export`}>Export the whole campaign</a>
          </>
        )}
      </p>
      {view.losses === null && view.entries > 0 && (
        <p className="mb-2 max-w-prose">
          <a href={withParams(`/campaigns/${slug}/export`, asked, { count: 1 })}>
            Count what each format loses of these {view.entries.toLocaleString('en')} entries
          </a>
          . It takes as long as a download.
        </p>
      )}
      <FormatList
        view={view}
        formats={exportFormatNames.filter((name) => !exportFormat(name).lens || mayShare(viewer))}
        href={(format) => withParams(`/campaigns/${slug}/export/${format}`, asked)}
      />
      {mayShare(viewer) && (
        <ButtonLink
          tone="quiet"
          href={withParams(`/campaigns/${slug}/press-kit`, asked)}
          className="mt-2 mr-3"
        >
          Press kit, to read, for print or as a PDF
        </ButtonLink>
      )}
      <ButtonLink tone="quiet" href="/export" className="mt-2">
        Export the whole workspace
      </ButtonLink>
    </Section>
  )
}
