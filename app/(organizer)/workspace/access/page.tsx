import type { Metadata } from 'next'
import { AccessCalendars, AccessInvitations } from '@/components/workspace/access-addresses'
import { AccessCampaigns } from '@/components/workspace/access-campaigns'
import { AccessTokens } from '@/components/workspace/access-tokens'
import { AccessLinks } from '@/components/workspace/access-links'
import { AccessWebhooks } from '@/components/workspace/access-webhooks'
import { AccessMembers } from '@/components/workspace/access-members'
import { OwnersAlone } from '@/components/workspace/owners-alone'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { listShares } from '@/server/shares/links/queries'
import { listWebhooks } from '@/server/webhooks/queries'
import { accessOverview } from '@/server/workspace/overview'

export const metadata: Metadata = { title: 'Who can see what' }

export default async function AccessPage() {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') return <OwnersAlone />
  const [overview, shares, webhooks, clock] = await Promise.all([
    accessOverview(viewer),
    listShares(viewer),
    listWebhooks(viewer),
    ownSettings(),
  ])
  const { members, restricted, invitations, calendars, tokens } = overview
  const live = shares.filter(({ state }) => state === 'live')
  return (
    <>
      <PageHeader
        title="Who can see what"
        lead="Every way into this workspace: what it shows, and when it ends."
      />
      <Section title={`Members: ${members.filter(({ suspended }) => !suspended).length}`}>
        <AccessMembers members={members} clock={clock} />
      </Section>
      <Section title={`Restricted campaigns: ${restricted.length}`}>
        <AccessCampaigns
          campaigns={restricted}
          owners={members
            .filter(({ role, suspended }) => role === 'owner' && !suspended)
            .map(({ name }) => name)}
          links={live}
        />
      </Section>
      <Section title={`Links to readers: ${live.length}`}>
        <AccessLinks links={live} clock={clock} />
      </Section>
      <Section title={`Invitations: ${invitations.length}`}>
        <AccessInvitations invitations={invitations} clock={clock} />
      </Section>
      <Section title={`Calendar addresses: ${calendars.length}`}>
        <AccessCalendars calendars={calendars} clock={clock} />
      </Section>
      <Section title={`API tokens: ${tokens.length}`}>
        <AccessTokens tokens={tokens} clock={clock} />
      </Section>
      <Section title={`Webhooks: ${webhooks.length}`}>
        <AccessWebhooks webhooks={webhooks} clock={clock} />
      </Section>
      <p className="text-muted mt-10 max-w-prose">
        Whoever operates the machine can read the whole database and its backups. If something is
        wrong, <a href="/workspace/lock-down">lock the workspace down</a>.
      </p>
    </>
  )
}
