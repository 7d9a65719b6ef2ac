import type { Metadata } from 'next'
import { EntryBody } from '@/components/entry/entry-card'
import { FilterKeeping } from '@/components/timeline/filter-keeping'
import { NothingFound } from '@/components/timeline/nothing-found'
import { Rail } from '@/components/timeline/rail'
import { StoryFlow } from '@/components/timeline/story-flow'
import { ViewFrame } from '@/components/timeline/view-frame'
import { ButtonLink } from '@/components/ui/button'
import { Keys } from '@/components/timeline/keys'
import { EmptyState } from '@/components/ui/empty-state'
import { MenuLink } from '@/components/ui/menu'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { firstParam, timelineHref, withParams, type Extra } from '@/lib/timeline/address'
import { drawWindow } from '@/lib/timeline/drawn'
import { readPanel } from '@/lib/timeline/facets'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { readJump } from '@/lib/timeline/jump'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { readStory } from '@/server/timeline/timeline'
import { removeFilter, saveFilterAs } from '../filters/actions'
import { openEntry } from './actions'

type Props = PageProps<'/campaigns/[slug]/story'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await orNotFound(getCampaign(await requireViewer(), (await params).slug))
  return { title: `${campaign.title}: story` }
}

export default async function StoryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const order = query.order === 'oldest' ? 'oldest' : 'newest'
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const jump = firstParam(query, 'at')
  const { point: at, unclear } = readJump(jump, dateHabitsOf(campaign, todayIn(campaign.timeZone)))
  const place = {
    after: firstParam(query, 'after'),
    before: firstParam(query, 'before'),
    here: firstParam(query, 'here'),
    at,
  }
  const { page, names, counts, shown, choices, saved } = await orNotFound(
    readStory(viewer, {
      slug,
      filter,
      order,
      ...place,
      panel: readPanel(query),
    }),
  )
  const here = `/campaigns/${slug}`
  const mayLog = viewer.role !== 'viewer'
  const keep: Extra = { order: order === 'oldest' ? order : null }
  const panel = choices ? 'filters' : null
  const href = (extra: Extra) => timelineHref(slug, 'story', filter, { ...keep, panel, ...extra })

  if (counts.all === 0) {
    return (
      <>
        <EmptyState
          title="No entries yet"
          action={mayLog && <ButtonLink href={`${here}/entries/new`}>Log an entry</ButtonLink>}
        >
          <p>
            Start with what you know best: a rally, a statement, a request that was never answered.
            Add its source so others can check it.
          </p>
        </EmptyState>
        <Keys newHref={mayLog ? `${here}/entries/new` : null} />
      </>
    )
  }
  const openId = firstParam(query, 'open')
  const open = page.entries.find(({ id }) => id === openId)
  const opened = open
    ? { id: open.id, body: <EntryBody entry={await orNotFound(getEntry(viewer, open.id))} /> }
    : null
  const newest = order === 'newest'
  const days = page.entries.map(({ firstDay }) => firstDay.slice(0, 7)).sort()
  return (
    <ViewFrame
      slug={slug}
      view="story"
      filter={filter}
      {...{ names, counts, shown, choices, saved }}
      keep={keep}
      {...{ jump, unclear }}
      mayLog={mayLog}
      mayShare={mayShare(viewer)}
      keeping={
        mayLog && (
          <FilterKeeping
            slug={slug}
            filter={filter}
            saved={saved}
            save={saveFilterAs}
            remove={removeFilter}
          />
        )
      }
      tools={
        <>
          <a
            className="inline-flex min-h-11 items-center"
            href={timelineHref(slug, 'story', filter, { panel, order: newest ? 'oldest' : null })}
          >
            {newest ? 'Oldest first' : 'Newest first'}
          </a>
        </>
      }
      more={
        <>
          <MenuLink href={`${here}/compare`}>Compare</MenuLink>
          <MenuLink href={withParams(`${here}/print`, filterParams(filter), keep)}>Print</MenuLink>
        </>
      }
    >
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_9.75rem]">
        <div className="order-first lg:sticky lg:top-4 lg:order-last lg:self-start">
          <Rail
            all={counts.months}
            shown={shown.months}
            action={`${here}/story`}
            filter={filter}
            keep={{ ...keep, panel }}
            newestFirst={newest}
            window={days[0] ? { from: days[0], to: days.at(-1) ?? days[0] } : null}
            hrefAt={(at) => href({ at })}
            hrefLane={(lane) => timelineHref(slug, 'story', { ...filter, lanes: [lane] }, keep)}
          />
        </div>
        <div className="min-w-0">
          {page.entries.length === 0 ? (
            <NothingFound
              slug={slug}
              view="story"
              filter={filter}
              keep={keep}
              some={shown.all > 0}
            />
          ) : (
            <StoryFlow
              key={withParams('', filterParams(filter), { ...keep, ...place })}
              first={drawWindow(page)}
              path={`${here}/story`}
              entriesPath={`${here}/entries/`}
              query={withParams('', filterParams(filter), { ...keep, panel }).slice(1)}
              place={withParams('', new URLSearchParams(), { ...place, at: jump }).slice(1)}
              opened={opened}
              open={openEntry}
              newest={newest}
            />
          )}
        </div>
      </div>
    </ViewFrame>
  )
}
