import type { Metadata } from 'next'
import { MonthGrid } from '@/components/timeline/month-grid'
import { CalendarPaging } from '@/components/timeline/calendar-paging'
import { InexactEntries } from '@/components/timeline/inexact-entries'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { YearGrid } from '@/components/timeline/year-grid'
import { dateInWords } from '@/lib/dates/words'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf, weekdayNamed } from '@/lib/dates/habits'
import { firstParam, timelineHref, type Extra } from '@/lib/timeline/address'
import { readPanel } from '@/lib/timeline/facets'
import { readFilter, readPoint } from '@/lib/timeline/filters'
import { readJump } from '@/lib/timeline/jump'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { calendarMonth, calendarYear } from '@/server/timeline/calendar'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Calendar' }

const MONDAY = 1

export default async function CalendarPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/calendar'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const [campaign, { names, counts, shown, choices, saved }] = await orNotFound(
    Promise.all([
      getCampaign(viewer, slug),
      readFrame(viewer, { slug, filter, panel: readPanel(query) }),
    ]),
  )
  const today = todayIn(campaign.timeZone)
  const habits = dateHabitsOf(campaign, today)
  const years = [...new Set(shown.months.map(({ month }) => month.slice(0, 4)))].sort()
  const jump = firstParam(query, 'at')
  const { point: jumpedTo, unclear } = readJump(jump, habits)
  const to = jumpedTo ?? readPoint(firstParam(query, 'in') ?? '')
  const asked = to?.slice(0, 7)
  const point = asked ?? years.at(-1) ?? null
  const keep: Extra = { in: asked }
  const firstWeekday =
    weekdayNamed((await ownSettings()).weekStart) ?? habits.firstWeekday ?? MONDAY
  const here = { campaignId: campaign.id, filter }
  const entryHref = (id: string) => `/campaigns/${slug}/entries/${id}`
  const pointHref = (to: string) => timelineHref(slug, 'calendar', filter, { in: to })
  const dayHref = (day: string) => timelineHref(slug, 'story', { ...filter, from: day, to: day })
  return (
    <ViewFrame
      slug={slug}
      view="calendar"
      filter={filter}
      {...{ names, counts, shown, choices, saved, keep, jump, unclear }}
      mayLog={viewer.role !== 'viewer'}
      heading={point && <h2 className="text-2xl">{dateInWords(point)}</h2>}
      tools={point && <CalendarPaging point={point} years={years} hrefOf={pointHref} />}
      mayShare={mayShare(viewer)}
    >
      {point === null ? (
        <NothingFound slug={slug} view="calendar" filter={filter} some={false} />
      ) : (
        <>
          {point.length === 7 ? (
            <Month reading={calendarMonth(viewer, { ...here, month: point })} />
          ) : (
            <Year reading={calendarYear(viewer, { ...here, year: point })} />
          )}
        </>
      )}
    </ViewFrame>
  )

  async function Year({ reading }: { reading: ReturnType<typeof calendarYear> }) {
    const { days, inexact, inexactCount } = await reading
    return (
      <>
        <YearGrid
          {...{ days, firstWeekday, dayHref, today }}
          year={point ?? ''}
          monthHref={pointHref}
        />
        <InexactEntries entries={inexact} count={inexactCount} hrefOf={entryHref} />
      </>
    )
  }

  async function Month({ reading }: { reading: ReturnType<typeof calendarMonth> }) {
    const { days, inexact, inexactCount } = await reading
    return (
      <>
        <MonthGrid
          month={point ?? ''}
          lasting={inexact}
          {...{ days, firstWeekday, entryHref, dayHref, today }}
        />
        <InexactEntries entries={inexact} count={inexactCount} hrefOf={entryHref} />
      </>
    )
  }
}
