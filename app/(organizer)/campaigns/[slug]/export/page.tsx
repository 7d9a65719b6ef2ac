import type { Metadata } from 'next'
import { FormatList, OwnRecordNote } from '@/components/export/format-list'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { exportFormatNames } from '@/lib/exports/formats'
import { timelineHref, withParams } from '@/lib/timeline/address'
import { filterInWords } from '@/lib/timeline/filter-words'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Export' }

export default async function ExportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/export'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const filter = readFilter(await searchParams)
  const { counts, shown, names } = await orNotFound(
    readFrame(viewer, { slug, filter, panel: null }),
  )
  const asked = filterParams(filter)
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
      <FormatList
        formats={exportFormatNames}
        href={(format) => withParams(`/campaigns/${slug}/export/${format}`, asked)}
      />
      {mayShare(viewer) && (
        <ButtonLink
          tone="quiet"
          href={withParams(`/campaigns/${slug}/press-kit`, asked)}
          className="mt-2 mr-3"
        >
          Press kit, for print or as a PDF
        </ButtonLink>
      )}
      <ButtonLink tone="quiet" href="/export" className="mt-2">
        Export the whole workspace
      </ButtonLink>
    </Section>
  )
}
