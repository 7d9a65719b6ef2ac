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

export const metadata: Metadata = { title: 'Tokens for programs' }

export default async function TokensPage() {
  const viewer = await requireViewer()
  const [tokens, campaigns, { timeZone }, recent] = await Promise.all([
    listTokens(viewer),
    listCampaigns(viewer),
    ownSettings(),
    signedInRecently(),
  ])
  return (
    <>
      <Breadcrumbs
        items={[{ label: 'Your account', href: '/account' }, { label: 'Tokens for programs' }]}
      />
      <PageHeader
        title="Tokens for programs"
        lead="A token opens the record to a program over the HTTP interface. It ends by itself, when you end it, when you change your password, and when you leave the workspace."
      />
      <Section title="Your tokens">
        <TokenList tokens={tokens} zone={timeZone} end={endOwnToken} />
      </Section>
      <Section title="Make a token">
        <div className="max-w-prose">
          <p className="mb-6">
            What the interface offers is described in{' '}
            <a href="/api/v1/openapi.json">its OpenAPI document</a>. The token is shown once, here,
            after you have made it.
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
