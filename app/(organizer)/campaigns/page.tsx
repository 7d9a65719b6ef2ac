import type { Metadata } from 'next'
import { AssignedList } from '@/components/assignment/assigned-list'
import { CampaignList } from '@/components/campaign/campaign-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { listAssignedToMe } from '@/server/assignments/queries'
import { listReviewsForMe } from '@/server/assignments/reviews'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { listCampaigns } from '@/server/campaigns/queries'

export const metadata: Metadata = { title: 'Campaigns' }

export default async function CampaignsPage() {
  const viewer = await requireViewer()
  const campaigns = await listCampaigns(viewer)
  const assigned = await listAssignedToMe(viewer)
  const taken = new Set(assigned.map(({ href }) => href))
  const reviews = (await listReviewsForMe(viewer)).filter(({ href }) => !taken.has(href))
  const waiting = [...assigned, ...reviews]
  const start = mayPublish(viewer) && <ButtonLink href="/campaigns/new">New campaign</ButtonLink>
  const bringIn = mayPublish(viewer) && (
    <ButtonLink tone="quiet" href="/import" className="mt-8 mr-3">
      Import a complete record
    </ButtonLink>
  )
  if (campaigns.length === 0) {
    return (
      <>
        <PageHeader title="Campaigns" />
        <EmptyState title="Start with a campaign" action={start}>
          <p>
            A campaign is one effort to win something from the people who can grant it. Create one,
            then log what was demanded, what was done, what was answered and what changed, each with
            its source.
          </p>
          {!start && <p className="mt-2">An editor or owner of this workspace can create one.</p>}
        </EmptyState>
        {bringIn}
      </>
    )
  }
  return (
    <>
      <PageHeader title="Campaigns" actions={start} />
      {waiting.length > 0 && (
        <Section title={`Waiting for me (${countUpTo(waiting.length)})`}>
          <AssignedList waiting={waiting} />
        </Section>
      )}
      {waiting.length > 0 ? (
        <Section title="All campaigns">
          <CampaignList campaigns={campaigns} />
        </Section>
      ) : (
        <CampaignList campaigns={campaigns} />
      )}
      {bringIn}
      <ButtonLink tone="quiet" href="/export" className="mt-8">
        Export everything
      </ButtonLink>
    </>
  )
}

/** Each list is cut at a hundred. */
function countUpTo(count: number): string {
  return count < 100 ? String(count) : '100 or more'
}
