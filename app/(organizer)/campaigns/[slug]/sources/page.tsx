import type { Metadata } from 'next'
import Link from 'next/link'
import { SourceList } from '@/components/source/source-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { listSources } from '@/server/sources/queries'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage({ params }: PageProps<'/campaigns/[slug]/sources'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const { id } = await orNotFound(getCampaign(viewer, slug))
  const sources = await listSources(viewer, id)
  const cited = sources.filter(({ citations }) => citations > 0)
  const uncited = sources.filter(({ citations }) => citations === 0)
  const campaignHref = `/campaigns/${slug}`
  const add = viewer.role !== 'viewer' && (
    <ButtonLink tone="quiet" href={`${campaignHref}/sources/new`}>
      Add a source
    </ButtonLink>
  )
  if (sources.length === 0) {
    return (
      <EmptyState title="No source in this campaign yet" action={add}>
        <p>
          A source is a document that others can check: a report, a letter, a post, somebody’s own
          account. Add one here, or name it while you log an entry.{' '}
          <Link href="/sources">Sources of all campaigns</Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Section title="Cited in this campaign" actions={add}>
        {cited.length > 0 ? (
          <SourceList sources={cited} campaignHref={campaignHref} />
        ) : (
          <p className="text-muted">No entry of this campaign cites a source yet.</p>
        )}
      </Section>
      {uncited.length > 0 && (
        <Section title="Added here, not cited yet">
          <SourceList sources={uncited} campaignHref={campaignHref} />
        </Section>
      )}
      <p className="chrome mt-8">
        <Link href="/sources" className="inline-flex min-h-11 items-center">
          Sources of all campaigns
        </Link>
      </p>
    </>
  )
}
