import type { Metadata } from 'next'
import { EntryCard } from '@/components/entry/entry-card'
import { NoteList } from '@/components/entry/notes'
import { ButtonLink } from '@/components/ui/button'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { firstParam, timelineHref, withParams } from '@/lib/timeline/address'
import { filterInWords } from '@/lib/timeline/filter-words'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { footnotes } from '@/lib/timeline/footnotes'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { readPrinted } from '@/server/timeline/print'

export const metadata: Metadata = { title: 'For print' }

/** The filtered story in full as one document, oldest first unless asked otherwise, sources as footnotes. */
export default async function PrintPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/print'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const order = query.order === 'newest' ? 'newest' : 'oldest'
  const after = firstParam(query, 'after')
  const { campaign, entries, next, counts, shown, names } = await orNotFound(
    readPrinted(viewer, { slug, filter, order, after }),
  )
  const notes = footnotes(entries)
  return (
    <div className="max-w-prose">
      <div className="chrome mb-6 flex flex-wrap items-center gap-3">
        <p className="text-muted flex-1 basis-64">
          This is how the document prints. Use your browser’s print command to print it or save it
          as a PDF.
        </p>
        <ButtonLink tone="quiet" href={timelineHref(slug, 'story', filter)}>
          Back to the story
        </ButtonLink>
        {next && (
          <ButtonLink
            tone="quiet"
            href={withParams(`/campaigns/${slug}/print`, filterParams(filter), {
              order,
              after: next,
            })}
          >
            Next part
          </ButtonLink>
        )}
      </div>
      <p className="mb-6">
        {filterInWords(filter, { shown: shown.all, all: counts.all }, names)}
        {(next || after) && `, in parts of which this one has ${entries.length}`}. As of{' '}
        {dateInWords(todayIn(campaign.timeZone))}.
      </p>
      <h2 className="sr-only">Entries</h2>
      {entries.map((entry) => (
        <div key={entry.id} className="border-hairline border-b">
          <EntryCard {...{ entry, notes }} />
        </div>
      ))}
      <NoteList {...notes} />
    </div>
  )
}
