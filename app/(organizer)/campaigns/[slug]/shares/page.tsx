import type { Metadata } from 'next'
import { ShareForm } from '@/components/share/share-form'
import { ShareList } from '@/components/share/share-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/may-share'
import { listShares } from '@/server/shares/queries'
import { endShare, makeShare } from './actions'

export const metadata: Metadata = { title: 'Shares' }

export default async function SharesPage({ params }: PageProps<'/campaigns/[slug]/shares'>) {
  const viewer = await requireViewer()
  const { id, timeZone } = await orNotFound(getCampaign(viewer, (await params).slug))
  if (!mayShare(viewer)) {
    return (
      <EmptyState title="Editors share">
        <p>
          Links are made and ended by editors and owners. Ask one of them for a link to this
          campaign.
        </p>
      </EmptyState>
    )
  }
  const now = new Date()
  const shares = await listShares(viewer, id, now)
  const live = shares.filter(({ state }) => state === 'live')
  const ended = shares.filter(({ state }) => state !== 'live')
  const list = { timeZone, now, revoke: endShare }
  return (
    <>
      <Section title="Make a read-only link">
        <p className="mb-6 max-w-prose">
          Whoever has the link reads what is published in this campaign, without an account. Drafts
          and private notes are never in it, and nobody is named who did not agree to it.
        </p>
        <div className="max-w-prose">
          <ShareForm action={makeShare} campaign={id} />
        </div>
      </Section>
      <Section title="Links that live">
        {live.length > 0 ? (
          <ShareList shares={live} {...list} />
        ) : (
          <p className="text-muted">No link to this campaign lives.</p>
        )}
      </Section>
      {ended.length > 0 && (
        <Section title="Links that have ended">
          <ShareList shares={ended} {...list} />
        </Section>
      )}
    </>
  )
}
