import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PausedLinks } from '@/components/share/paused-links'
import { ShareList } from '@/components/share/share-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { listKeepers } from '@/server/shares/links/keeping'
import { mayShare } from '@/server/shares/links/may-share'
import { listShares } from '@/server/shares/links/queries'
import {
  endAllShares,
  endShare,
  handShareOver,
  resume,
  undoEnd,
} from '../campaigns/[slug]/shares/actions'

export const metadata: Metadata = { title: 'Active links' }

export default async function AllSharesPage() {
  const viewer = await requireViewer()
  if (!mayShare(viewer)) {
    return (
      <EmptyState title="Only editors can share">
        <p>Editors and owners create and revoke links.</p>
      </EmptyState>
    )
  }
  const now = new Date()
  const askPassword = !(await signedInRecently())
  const resumeAll = viewer.role === 'owner' ? resume : undefined
  const shares = await listShares(viewer, undefined, now)
  const live = shares.filter(({ state }) => state === 'live')
  const justEnded = shares.filter(({ revoked }) => revoked?.canTakeBack)
  const list = {
    now,
    revoke: endShare,
    undo: undoEnd,
    handOver: handShareOver,
    keepers: await listKeepers(viewer),
    resume: resumeAll,
    askPassword,
  }
  const campaigns = new Map(live.map(({ campaign }) => [campaign.slug, campaign]))
  return (
    <>
      <PageHeader title="Active links" />
      <PausedLinks links={live} resume={resumeAll} askPassword={askPassword} />
      {live.length === 0 && <p className="text-muted">This workspace has no active links.</p>}
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
      {justEnded.length > 0 && (
        <Section title="Just revoked">
          <ShareList
            shares={justEnded}
            timeZone={justEnded[0]?.campaign.timeZone ?? 'UTC'}
            {...list}
          />
        </Section>
      )}
      {live.length > 0 && (
        <Section title="Revoke all links">
          <p className="mb-4 max-w-prose">
            This revokes every link of every campaign at once. Each can be undone for a minute;
            after that none of them will open again.
          </p>
          <ActionForm
            action={endAllShares}
            submitLabel="Revoke all links"
            pendingLabel="Revoking …"
            submitTone="danger"
          >
            <CheckboxField name="sure" label="I am sure" required />
          </ActionForm>
        </Section>
      )}
    </>
  )
}
