import type { Metadata } from 'next'
import { TokenForm } from '@/components/account/token-form'
import { TokenList } from '@/components/account/token-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { listTokens } from '@/server/auth/api-tokens'
import { ownSettings, requireViewer, signedInRecently } from '@/server/auth/session'
import { listCampaigns } from '@/server/campaigns/queries'
import { endOwnToken, makeOwnToken } from './actions'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const viewer = await requireViewer()
  const [tokens, campaigns, clock, recent] = await Promise.all([
    listTokens(viewer),
    listCampaigns(viewer),
    ownSettings(),
    signedInRecently(),
  ])
  return (
    <>
      <Breadcrumbs items={[{ label: 'Your account', href: '/account' }, { label: 'API tokens' }]} />
      <PageHeader
        title="API tokens"
        lead="A token lets a script or an app use the API as you. It stops working when it expires, when you revoke it, when you change your password and when you leave the workspace."
      />
      <Section title="Your tokens">
        <TokenList tokens={tokens} clock={clock} end={endOwnToken} />
      </Section>
      <Section title="New token">
        <div className="max-w-prose">
          <p className="mb-6">
            The API is described by <a href="/api/v1/openapi.json">an OpenAPI document</a>. You will
            see the token once, when you have created it.
          </p>
          <TokenForm
            action={makeOwnToken}
            campaigns={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
            askPassword={!recent}
          />
        </div>
      </Section>
    </>
  )
}
