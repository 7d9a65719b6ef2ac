import type { Metadata } from 'next'
import { AssignedList } from '@/components/assignment/assigned-list'
import { CampaignList } from '@/components/campaign/campaign-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { listAssignedToMe } from '@/server/assignments/queries'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { listCampaigns } from '@/server/campaigns/queries'

export const metadata: Metadata = { title: 'Campaigns' }

export default async function CampaignsPage() {
  const viewer = await requireViewer()
  const campaigns = await listCampaigns(viewer)
  const waiting = await listAssignedToMe(viewer)
  const start = mayPublish(viewer) && <ButtonLink href="/campaigns/new">New campaign</ButtonLink>
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
      </>
    )
  }
  return (
    <>
      <PageHeader title="Campaigns" actions={start} />
      {waiting.length > 0 && (
        <Section title="Waiting for me">
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
      <ButtonLink tone="quiet" href="/export" className="mt-8">
        Export everything
      </ButtonLink>
    </>
  )
}
