import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/server/auth/session'
import { listCampaigns } from '@/server/campaigns/queries'

export const metadata: Metadata = { title: 'From an article' }

/** Where the phone's share sheet arrives: asks for the campaign where there are several. */
export default async function CapturePage({ searchParams }: PageProps<'/capture'>) {
  const viewer = await requireViewer()
  const query = await searchParams
  const handed = new URLSearchParams()
  for (const name of ['title', 'text', 'url']) {
    const value = query[name]
    if (typeof value === 'string' && value !== '') handed.set(name, value)
  }
  const campaigns = await listCampaigns(viewer)
  const href = (slug: string) => `/campaigns/${slug}/capture?${handed.toString()}`
  const [only, another] = campaigns
  if (only && !another) redirect(href(only.slug))
  return (
    <>
      <PageHeader title="From an article" />
      {campaigns.length === 0 ? (
        <EmptyState title="There is no campaign yet">
          <p>Create a campaign first, then share the article again.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4">Which campaign is it about?</p>
          <ul className="border-hairline max-w-prose divide-y border-y">
            {campaigns.map(({ slug, title }) => (
              <li key={slug}>
                <a className="block py-3" href={href(slug)}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
