import { MergeChoice } from '@/components/merging/merge-choice'
import { MergeForm } from '@/components/merging/merge-form'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { MergeableRecord } from '@/lib/merging'
import type { Organizer } from '@/server/auth/viewer'
import { mayPublish } from '@/server/auth/viewer'
import { AppError } from '@/server/errors'
import { findMergeable } from '@/server/merging/candidates'
import { previewMerge } from '@/server/merging/preview'
import { orNotFound } from '@/server/pages'
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
  campaignId,
}: {
  viewer: Organizer
  record: MergeableRecord
  id: string
  name: string
  /** The page of the record that survives. */
  home: string
  query: Query
  /** Of an entry: only entries of one campaign can be merged. */
  campaignId?: string
}) {
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can merge records" />
  // An entry's page stands under the heading of its campaign.
  const heading = record === 'entry' ? 'h2' : 'h1'
  const asked = typeof query.with === 'string' ? query.with : null
  if (!asked) {
    const q = typeof query.q === 'string' ? query.q : ''
    return (
      <MergeChoice
        name={name}
        q={q}
        found={
          q === ''
            ? null
            : await findMergeable(viewer, record, {
                ...{ survivorId: id, q },
                ...(campaignId && { campaignId }),
              })
        }
        here={`${home}/merge`}
        heading={heading}
      />
    )
  }
  const preview = await orNotFound(orReason(previewMerge(viewer, record, id, asked)))
  if (typeof preview === 'string')
    return (
      <EmptyState title="These two cannot be merged">
        <p className="mb-4">{preview}</p>
        <ButtonLink href={`${home}/merge`}>Choose another</ButtonLink>
      </EmptyState>
    )
  return (
    <MergeForm
      preview={preview}
      action={mergeHere.bind(null, { record, survivorId: id, duplicateId: asked, home })}
      home={home}
      heading={heading}
    />
  )
}

// Why two records cannot be one is a sentence for the person who chose them.
async function orReason<T>(reading: Promise<T>): Promise<T | string> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error.message
    throw error
  }
}
