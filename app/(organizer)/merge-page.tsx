import { MergeChoice } from '@/components/merging/merge-choice'
import { MergeForm } from '@/components/merging/merge-form'
import { EmptyState } from '@/components/ui/empty-state'
import type { MergeableRecord } from '@/lib/merging'
import { searchFilters } from '@/lib/search/filters'
import type { Organizer } from '@/server/auth/viewer'
import { mayPublish } from '@/server/auth/viewer'
import { previewMerge } from '@/server/merging/preview'
import { orNotFound } from '@/server/pages'
import { searchRecords } from '@/server/search/queries'
import { mergeHere } from './merge-actions'

type Query = Record<string, string | string[] | undefined>

/** One record beside the one that is to go into it, or the choice of that one. */
export async function MergePage({
  viewer,
  record,
  id,
  name,
  home,
  query,
}: {
  viewer: Organizer
  record: MergeableRecord
  id: string
  name: string
  /** The page of the record that is kept. */
  home: string
  query: Query
}) {
  if (!mayPublish(viewer)) return <EmptyState title="Records are merged by editors" />
  // An entry's page stands under the heading of its campaign.
  const heading = record === 'entry' ? 'h2' : 'h1'
  const asked = typeof query.with === 'string' ? query.with : null
  if (!asked) {
    const q = typeof query.q === 'string' ? query.q : ''
    const { filters } = searchFilters({ q, record })
    const found = q === '' ? null : await searchRecords(viewer, filters)
    return (
      <MergeChoice
        name={name}
        q={q}
        found={
          found?.results
            .filter((result) => result.id !== id && result.record === record)
            .map((result) => ({
              id: result.id,
              title: result.title.map(({ text }) => text).join(''),
            })) ?? null
        }
        here={`${home}/merge`}
        heading={heading}
      />
    )
  }
  const preview = await orNotFound(previewMerge(viewer, record, id, asked))
  return (
    <MergeForm
      preview={preview}
      action={mergeHere.bind(null, { record, keptId: id, goneId: asked, home })}
      home={home}
      heading={heading}
    />
  )
}
