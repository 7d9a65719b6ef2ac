import type { Metadata } from 'next'
import { CampaignForm } from '@/components/campaign/campaign-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { makeCampaign } from './actions'

export const metadata: Metadata = { title: 'New campaign' }

export default async function NewCampaignPage() {
  const viewer = await requireViewer()
  return (
    <>
      <Breadcrumbs
        items={[{ label: 'Campaigns', href: '/campaigns' }, { label: 'New campaign' }]}
      />
      <PageHeader title="New campaign" />
      {mayPublish(viewer) ? (
        <div className="max-w-prose">
          <CampaignForm
            action={makeCampaign}
            zones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          />
        </div>
      ) : (
        <EmptyState title="Only editors can create campaigns">
          <p>Ask an editor or owner of this workspace to create one.</p>
        </EmptyState>
      )}
    </>
  )
}
