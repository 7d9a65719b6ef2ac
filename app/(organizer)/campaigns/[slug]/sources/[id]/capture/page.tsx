import type { Metadata } from 'next'
import { CaptureReview } from '@/components/capture/capture-review'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { proposalsOf } from '@/server/capture/proposals'
import { orNotFound } from '@/server/pages'
import { accept, acceptAll, join } from './actions'

export const metadata: Metadata = { title: 'Review drafts from an article' }

export default async function ReviewCapturePage({
  params,
}: PageProps<'/campaigns/[slug]/sources/[id]/capture'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const { source, result, proposals } = await orNotFound(proposalsOf(viewer, slug, id))
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
