import type { Metadata } from 'next'
import Link from 'next/link'
import { permanentRedirect } from 'next/navigation'
import { StoryList } from '@/components/timeline/story-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { timelineHref, timelineViews, withParams } from '@/lib/timeline/address'
import { noFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { listStory } from '@/server/timeline/story'

type Props = PageProps<'/campaigns/[slug]'>

/** Enough to see what is going on without scrolling through it. */
const LAST = 6

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await orNotFound(getCampaign(await requireViewer(), (await params).slug))
  return { title: campaign.title }
}

export default async function FrontPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const here = `/campaigns/${slug}`
  const query = await searchParams
  // The story stood here once: links to it with a filter or a date must go on working.
  if (Object.keys(query).length > 0)
    permanentRedirect(withParams(`${here}${timelineViews.story.path}`, paramsOf(query)))
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const { entries } = await listStory(viewer, {
    campaignId: campaign.id,
    filter: noFilter,
    limit: LAST,
  })
  const story = timelineHref(slug, 'story', noFilter)
  return (
    <>
      {campaign.summary && <p className="mb-8 max-w-prose text-lg">{campaign.summary}</p>}
      {entries.length === 0 ? (
        <EmptyState
          title="Nothing is logged yet"
          action={
            viewer.role !== 'viewer' && (
              <ButtonLink href={`${here}/entries/new`}>Log an entry</ButtonLink>
            )
          }
        >
          <p>
            Begin with what you know best: a rally, a statement, an answer that never came. Add its
            source, and others can check it.
          </p>
        </EmptyState>
      ) : (
        <Section
          title="What happened last"
          actions={
            <Link href={story} className="inline-flex min-h-11 items-center">
              The whole story
            </Link>
          }
        >
          <StoryList
            entries={entries}
            entryHref={(id) => `${here}/entries/${id}`}
            openHref={(open) => timelineHref(slug, 'story', noFilter, { open })}
            opened={null}
          />
        </Section>
      )}
    </>
  )
}

function paramsOf(query: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) =>
      [values ?? []].flat().map((value) => [name, value]),
    ),
  )
}
