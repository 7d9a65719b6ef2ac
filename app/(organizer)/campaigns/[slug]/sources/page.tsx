import type { Metadata } from 'next'
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
  const others = sources.filter(({ citations }) => citations === 0)
  const campaignHref = `/campaigns/${slug}`
  const add = viewer.role !== 'viewer' && (
    <ButtonLink tone="quiet" href={`${campaignHref}/sources/new`}>
      Add a source
    </ButtonLink>
  )
  if (sources.length === 0) {
    return (
      <EmptyState title="No source is recorded yet" action={add}>
        <p>
          A source is a document that others can check: a report, a letter, a post, somebody’s own
          account. Add one here, or name it while you log an entry.
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
      {others.length > 0 && (
        <Section title="Other sources of this workspace">
          <SourceList sources={others} campaignHref={campaignHref} />
        </Section>
      )}
    </>
  )
}
