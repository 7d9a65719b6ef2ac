import type { Metadata } from 'next'
import Link from 'next/link'
import { DirectoryFilter } from '@/components/directory/directory-filter'
import { SourceList } from '@/components/source/source-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { firstParam, withParams } from '@/lib/timeline/address'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { listSources } from '@/server/sources/queries'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/sources'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const { id: campaignId } = await orNotFound(getCampaign(viewer, slug))
  const q = firstParam(query, 'q') ?? ''
  const after = firstParam(query, 'after')
  const { sources, next } = await listSources(viewer, { campaignId, q, after })
  const campaignHref = `/campaigns/${slug}`
  const here = `${campaignHref}/sources`
  const add = viewer.role !== 'viewer' && (
    <ButtonLink tone="quiet" href={`${here}/new`}>
      Add a source
    </ButtonLink>
  )
  if (sources.length === 0 && q === '' && after === null) {
    return (
      <EmptyState title="No sources in this campaign yet" action={add}>
        <p>
          A source is a document that others can check: a report, a letter, a post, somebody’s own
          account. Add one here, or name it while you log an entry.{' '}
          <Link href="/sources">Sources of all campaigns</Link>
        </p>
      </EmptyState>
    )
  }
  const words = new URLSearchParams(q ? { q } : {})
  return (
    <>
      <Section title="Sources of this campaign" actions={add}>
        <DirectoryFilter here={here} q={q} label="Title, publisher or author" />
        <div role="status" className="sr-only">
          {sources.length === 0 ? 'No matching sources.' : `${sources.length} on this page.`}
        </div>
        {sources.length > 0 ? (
          <SourceList sources={sources} campaignHref={campaignHref} />
        ) : (
          <p className="text-muted">No matching sources.</p>
        )}
      </Section>
      <nav aria-label="Pages of sources" className="chrome mt-6 flex flex-wrap gap-3">
        {after && (
          <ButtonLink tone="quiet" href={withParams(here, words)}>
            First page
          </ButtonLink>
        )}
        {next && (
          <ButtonLink tone="quiet" href={withParams(here, words, { after: next })}>
            Next page
          </ButtonLink>
        )}
      </nav>
      <p className="chrome mt-8">
        <Link href="/sources" className="inline-flex min-h-11 items-center">
          Sources of all campaigns
        </Link>
      </p>
    </>
  )
}
