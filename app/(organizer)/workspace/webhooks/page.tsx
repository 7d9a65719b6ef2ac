import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { OwnersAlone } from '@/components/workspace/owners-alone'
import { WebhookForm } from '@/components/workspace/webhook-form'
import { WebhookList } from '@/components/workspace/webhook-list'
import { ownSettings, requireViewer, signedInRecently } from '@/server/auth/session'
import { listWebhooks } from '@/server/webhooks/queries'
import { createWebhook, deleteWebhook } from './actions'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') return <OwnersAlone />
  const [webhooks, clock, recent] = await Promise.all([
    listWebhooks(viewer),
    ownSettings(),
    signedInRecently(),
  ])
  return (
    <>
      <Breadcrumbs items={[{ label: 'Workspace', href: '/workspace' }, { label: 'Webhooks' }]} />
      <PageHeader
        title="Webhooks"
        lead="When an entry is published, these addresses are sent its id, kind, campaign and link, and none of its text. Restricted campaigns are left out. A webhook ends when whoever added it is no longer an owner."
      />
      <Section title="Your webhooks">
        <WebhookList webhooks={webhooks} clock={clock} end={deleteWebhook} />
      </Section>
      <Section title="New webhook">
        <div className="max-w-prose">
          <p className="mb-6">
            Messages are signed with a secret that you will see once, when you have added the
            address. Without it, anyone could send messages in your name.
          </p>
          <WebhookForm action={createWebhook} askPassword={!recent} />
        </div>
      </Section>
    </>
  )
}
