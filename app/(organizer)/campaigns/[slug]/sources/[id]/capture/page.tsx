import type { Metadata } from 'next'
import { CaptureReview } from '@/components/capture/capture-review'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { proposalsOf } from '@/server/capture/proposals'
import { AppError } from '@/server/errors'
import { orNotFound } from '@/server/pages'
import { accept, acceptAll, join } from './actions'

export const metadata: Metadata = { title: 'Review drafts from an article' }

export default async function ReviewCapturePage({
  params,
}: PageProps<'/campaigns/[slug]/sources/[id]/capture'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can review drafts" />
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const read = await orNotFound(proposalsOf(viewer, slug, id)).catch(whyNothing)
  if (typeof read === 'string')
    return (
      <EmptyState
        title="There is nothing to read yet"
        action={<ButtonLink href={`/campaigns/${slug}/sources/${id}`}>Go to the source</ButtonLink>}
      >
        <p>{read}</p>
      </EmptyState>
    )
  const { source, result, proposals } = read
  const place = { slug, id, habits: dateHabitsOf(campaign, todayIn(campaign.timeZone)) }
  return (
    <CaptureReview
      {...{ slug, source, proposals }}
      notes={result.notes}
      nextSteps={result.nextSteps}
      text={result.source.text}
      mayPublish={mayPublish(viewer)}
      actions={{
        accept: accept.bind(null, place),
        acceptAll: acceptAll.bind(null, place),
        join: join.bind(null, place),
      }}
    />
  )
}

// A source whose text nobody has added is no error of the page.
function whyNothing(error: unknown): string {
  if (error instanceof AppError && error.code === 'invalid') return error.message
  throw error
}
