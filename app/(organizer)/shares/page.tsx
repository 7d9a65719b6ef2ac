import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PausedLinks } from '@/components/share/paused-links'
import { ShareList } from '@/components/share/share-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { listKeepers } from '@/server/shares/keeping'
import { mayShare } from '@/server/shares/may-share'
import { listShares } from '@/server/shares/queries'
import { endAllShares, endShare, handShareOver, resume } from '../campaigns/[slug]/shares/actions'

export const metadata: Metadata = { title: 'Links that live' }

export default async function AllSharesPage() {
  const viewer = await requireViewer()
  if (!mayShare(viewer)) {
    return (
      <EmptyState title="Editors share">
        <p>Links are made and ended by editors and owners.</p>
      </EmptyState>
    )
  }
  const now = new Date()
  const resumeAll = viewer.role === 'owner' ? resume : undefined
  const shares = await listShares(viewer, undefined, now)
  const live = shares.filter(({ state }) => state === 'live')
  const list = {
    now,
    revoke: endShare,
    handOver: handShareOver,
    keepers: await listKeepers(viewer),
    resume: resumeAll,
  }
  const campaigns = new Map(live.map(({ campaign }) => [campaign.slug, campaign]))
  return (
    <>
      <PageHeader title="Links that live" />
      <PausedLinks count={live.filter(({ paused }) => paused).length} resume={resumeAll} />
      {live.length === 0 && <p className="text-muted">No link of this workspace lives.</p>}
      {[...campaigns.values()].map(({ slug, title, timeZone }) => (
        <Section
          key={slug}
          title={
            <a dir="auto" href={`/campaigns/${slug}/shares`}>
              {title}
            </a>
          }
        >
          <ShareList
            shares={live.filter(({ campaign }) => campaign.slug === slug)}
            timeZone={timeZone}
            {...list}
          />
        </Section>
      ))}
      {live.length > 0 && (
        <Section title="End all of them">
          <p className="mb-4 max-w-prose">
            Every link of every campaign ends at once and for good. Whoever opens one finds nothing.
          </p>
          <ActionForm
            action={endAllShares}
            submitLabel="End all links"
            pendingLabel="Ending …"
            submitTone="danger"
          >
            <CheckboxField name="sure" label="I am sure" required />
          </ActionForm>
        </Section>
      )}
    </>
  )
}
