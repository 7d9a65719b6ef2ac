import type { Metadata } from 'next'
import Link from 'next/link'
import { Story } from '@/components/timeline/story'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { listEntries } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'

type Props = PageProps<'/campaigns/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await orNotFound(getCampaign(await requireViewer(), (await params).slug))
  return { title: campaign.title }
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const order = query.order === 'oldest' ? 'oldest' : 'newest'
  const after = typeof query.after === 'string' ? query.after : null
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const page = await orNotFound(listEntries(viewer, { campaignId: campaign.id, order, after }))
  const here = `/campaigns/${slug}`

  if (page.entries.length === 0) {
    return (
      <EmptyState
        title="Nothing is logged yet"
        action={<ButtonLink href={`${here}/entries/new`}>Log an entry</ButtonLink>}
      >
        <p>
          Begin with what you know best: a rally, a statement, an answer that never came. Add its
          source, and others can check it.
        </p>
      </EmptyState>
    )
  }
  const other = order === 'newest' ? 'oldest' : 'newest'
  return (
    <>
      <nav aria-label="Order" className="chrome mb-6">
        <Link
          className="inline-flex min-h-11 items-center"
          href={{ pathname: here, query: { order: other } }}
        >
          Show {other} first
        </Link>
      </nav>
      <Story entries={page.entries} hrefOf={({ id }) => `${here}/entries/${id}`} link={Link} />
      {page.next && (
        <nav aria-label="More of the timeline" className="chrome">
          <ButtonLink tone="quiet" href={{ pathname: here, query: { order, after: page.next } }}>
            {order === 'newest' ? 'Earlier entries' : 'Later entries'}
          </ButtonLink>
        </nav>
      )}
    </>
  )
}
