import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PressKit } from '@/components/share/press-kit'
import { ButtonLink, FileLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { lossOfFormat } from '@/lib/exports/formats'
import { lensLabels } from '@/lib/schemas/words'
import { timelineHref, withParams } from '@/lib/timeline/address'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { readPressKit } from '@/server/shares/reading/press-kit'

export const metadata: Metadata = { title: 'Press kit' }

/** A campaign as a document for a newsroom, through the lens of the press or of everybody. */
export default async function PressKitPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/press-kit'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (!mayShare(viewer)) notFound()
  const query = await searchParams
  const filter = readFilter(query)
  const lens = query.lens === 'public' ? 'public' : 'press'
  const kit = await orNotFound(readPressKit(viewer, { slug, filter, lens }))
  const folder = lens === 'press' ? 'press-kit' : 'press-kit-public'
  const other = lens === 'press' ? 'public' : 'press'
  return (
    <>
      <div className="chrome mb-8 grid max-w-prose gap-3">
        <p className="text-muted">
          What a link with the lens “{lensLabels[lens]}” shows, with people as they consented to be
          shown, and nothing that is not published. Read it before you send it. Not in it:{' '}
          {lossOfFormat(folder).join(', ')}.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <PrintButton label="Print or save as PDF" />
          <FileLink href={withParams(`/campaigns/${slug}/export/${folder}`, filterParams(filter))}>
            Download as a folder (ZIP)
          </FileLink>
          <ButtonLink
            tone="quiet"
            href={withParams(`/campaigns/${slug}/press-kit`, filterParams(filter), {
              lens: other === 'public' ? other : null,
            })}
          >
            Use the lens “{lensLabels[other]}”
          </ButtonLink>
          <ButtonLink tone="quiet" href={timelineHref(slug, 'story', filter, { panel: 'filters' })}>
            {isEmptyFilter(filter) ? 'Choose a part of the timeline' : 'Change the filter'}
          </ButtonLink>
        </div>
      </div>
      <PressKit {...kit} />
    </>
  )
}
