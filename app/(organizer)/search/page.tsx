import type { Metadata } from 'next'
import Link from 'next/link'
import { FoundComments } from '@/components/comment/found-comments'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { PlanList } from '@/components/plan/plan-list'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { weekdayNamed } from '@/lib/dates/habits'
import { isAsked, searchFilters, searchParams as paramsOf } from '@/lib/search/filters'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { firstCampaignSlug } from '@/server/campaigns/queries'
import { findComments } from '@/server/comments/queries'
import { orNotFound } from '@/server/pages'
import { findPlans } from '@/server/plans/queries'
import { searchRecords } from '@/server/search/queries'

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchFilters(await searchParams).filters
  return { title: q ? `Search: ${q}` : 'Search' }
}

export default async function SearchPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const { filters, problems } = searchFilters(await searchParams)
  const wrong = Object.keys(problems).length > 0
  const [slug, page, comments, plans] = await Promise.all([
    firstCampaignSlug(viewer),
    wrong ? null : orNotFound(searchRecords(viewer, filters)),
    wrong || filters.after ? [] : findComments(viewer, filters.q),
    wrong || filters.after ? [] : findPlans(viewer, filters.q),
  ])
  const own = await ownSettings()
  const today = todayIn(own.timeZone || 'UTC')
  const found = (page?.results.length ?? 0) + comments.length + plans.length
  return (
    <>
      <PageHeader title="Search" />
      <DateHabitsProvider
        habits={{ today, dayOrder: null, firstWeekday: weekdayNamed(own.weekStart) }}
      >
        <SearchForm filters={filters} problems={problems} />
      </DateHabitsProvider>
      <section aria-label="Results" className="mt-8">
        {page && isAsked(filters) && found === 0 && (
          <EmptyState title={filters.after ? 'Nothing more was found' : 'Nothing was found'}>
            <p>
              Every word must appear in one record that you can see. Try fewer words, the beginning
              of one, or fewer conditions.
            </p>
          </EmptyState>
        )}
        {page && page.results.length > 0 && (
          <>
            {page.loosened && (
              <div className="mb-6">
                <Notice tone="info">
                  Few records have these exact words, so similar words were searched too.
                </Notice>
              </div>
            )}
            <SearchResults results={page.results} slug={slug ?? undefined} link={Link} />
          </>
        )}
        {page?.next && (
          <nav aria-label="More results" className="chrome mt-6">
            <ButtonLink
              tone="quiet"
              href={`/search?${new URLSearchParams(paramsOf(filters, { after: page.next })).toString()}`}
            >
              More results
            </ButtonLink>
          </nav>
        )}
      </section>
      {plans.length > 0 && (
        <Section title="In plans">
          <PlanList plans={plans} today={today} hrefOf={({ href }) => href} />
        </Section>
      )}
      {comments.length > 0 && (
        <Section title="In comments">
          <FoundComments comments={comments} clock={own} />
        </Section>
      )}
    </>
  )
}
