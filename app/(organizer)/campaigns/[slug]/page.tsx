import type { Metadata } from 'next'
import Link from 'next/link'
import { permanentRedirect } from 'next/navigation'
import { CampaignSummary } from '@/components/campaign/campaign-summary'
import { CalendarAddress } from '@/components/campaign/calendar-address'
import { ChangesList } from '@/components/campaign/changes-list'
import { Latest } from '@/components/campaign/latest'
import { OnNow } from '@/components/campaign/on-now'
import { SeenMark } from '@/components/campaign/seen-mark'
import { AssignForm } from '@/components/assignment/assign-form'
import { WaitingList } from '@/components/campaign/waiting-list'
import { FollowUpForm } from '@/components/demand/follow-up-form'
import { FollowUpList } from '@/components/demand/follow-up-list'
import { InquiriesOut } from '@/components/demand/inquiries-out'
import { SilenceList } from '@/components/demand/silence-list'
import { NextPlans } from '@/components/plan/next-plans'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { readClock } from '@/lib/demands/clock'
import { demandsInWords } from '@/lib/demands/overview'
import { timelineHref, timelineViews, withParams } from '@/lib/timeline/address'
import { noFilter } from '@/lib/timeline/filters'
import { listWriters } from '@/server/assignments/queries'
import { clockIn, requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { listChanges } from '@/server/campaigns/visits'
import { listWaiting } from '@/server/campaigns/waiting'
import { calendarAddress } from '@/server/demands/feeds'
import { listFollowUps } from '@/server/demands/follow-ups'
import { listInquiriesOut } from '@/server/demands/inquiries'
import { listDemands } from '@/server/demands/queries'
import { listSilences } from '@/server/demands/silences'
import { orNotFound } from '@/server/pages'
import { listPlans } from '@/server/plans/queries'
import { listOnNow } from '@/server/timeline/on-now'
import { listStory } from '@/server/timeline/story'
import { assignTo } from '../../assignment-actions'
import { markChangesRead, noteChangesSeen } from './actions'
import { changeCalendarAddress, finishFollowUp, setFollowUpDay } from './follow-ups/actions'

type Props = PageProps<'/campaigns/[slug]'>

/** Enough to see what is going on without scrolling through it. */
const LAST = 7
const SILENCES = 5
const INQUIRIES = 5

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
  const today = todayIn(campaign.timeZone)
  const habits = dateHabitsOf(campaign, today)
  const story = await listStory(viewer, {
    ...{ campaignId: campaign.id, filter: noFilter, limit: LAST },
  })
  const { silences, count } = await listSilences(viewer, slug, { limit: SILENCES })
  const inquiries = await listInquiriesOut(viewer, slug, { limit: INQUIRIES })
  const { open, ended } = await listFollowUps(viewer, slug)
  const mayLog = viewer.role !== 'viewer'
  const members = mayLog && open.length > 0 ? await listWriters(viewer, slug) : []
  const onNow = await listOnNow(viewer, campaign.id)
  const { open: plans } = await listPlans(viewer, slug)
  const waiting = await listWaiting(viewer, slug)
  const changes = await listChanges(viewer, slug)
  const seen = { slug, until: changes.until }
  const demands = await listDemands(viewer, campaign.id)
  const [longest] = silences
  const standing = demandsInWords(
    demands.flatMap(({ targets }) => targets.map((target) => target.standing)),
    longest ? readClock(longest.clock, today).silence : null,
  )
  const waits = waiting.drafts.count + waiting.inReview.count + waiting.proposals.count > 0
  const dueOn = (demand: string, organization: string) =>
    open.find((one) => one.demand?.id === demand && one.organization.id === organization)
  return (
    <>
      {(campaign.summary || standing) && (
        <div className="mb-4 flex flex-wrap items-baseline gap-x-12">
          {campaign.summary && <CampaignSummary text={campaign.summary} />}
          {standing && (
            <p className="ml-auto max-lg:ml-0">
              <Link href={`${here}/demands`} className="inline-flex min-h-11 items-center">
                Demands: {standing}
              </Link>
            </p>
          )}
        </div>
      )}
      {/* A visit without news is noted too, or nothing would ever be new. */}
      {changes.count === 0 && <SeenMark action={noteChangesSeen.bind(null, seen)} />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <OnNow {...onNow} campaignHref={here} />
          {story.entries.length === 0 ? (
            <EmptyState
              title="No entries yet"
              action={
                mayLog && (
                  <div className="flex flex-wrap gap-3">
                    <ButtonLink href={`${here}/entries/new`}>Log an entry</ButtonLink>
                    <ButtonLink href={`${here}/import`} tone="quiet">
                      Import a spreadsheet
                    </ButtonLink>
                  </div>
                )
              }
            >
              <p>
                Start with what you know best: a rally, a statement, a request that was never
                answered. Add its source so others can check it. As you log it, you can write down
                what was demanded and of whom. From then on, days without an answer are counted
                here.
              </p>
            </EmptyState>
          ) : (
            <Section
              title="Latest"
              actions={
                <Link
                  href={timelineHref(slug, 'story', noFilter)}
                  className="inline-flex min-h-11 items-center"
                >
                  Full timeline
                </Link>
              }
            >
              <Latest entries={story.entries} campaignHref={here} />
            </Section>
          )}
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {waits && (
            <Section title="Needs your attention">
              <WaitingList waiting={waiting} slug={slug} />
            </Section>
          )}
          {/* Beside the entries, of which the first stays in sight. */}
          <NextPlans {...{ plans, today }} href={`${here}/plans`} />
          <ChangesList
            {...{ changes, slug }}
            clock={await clockIn(campaign.timeZone)}
            noteSeen={noteChangesSeen.bind(null, seen)}
            markRead={markChangesRead.bind(null, seen)}
          />
          <Section title="Due" id="due">
            {open.length + ended.length === 0 ? (
              <p className="text-muted">
                No follow-ups yet. Open a demand to set a day to ask again.
              </p>
            ) : (
              <FollowUpList
                {...{ open, ended, today }}
                campaignHref={here}
                end={mayLog ? finishFollowUp : null}
                assign={
                  mayLog
                    ? ({ id, assigned }) => (
                        <AssignForm
                          current={assigned}
                          members={members}
                          action={assignTo.bind(null, { record: 'follow_up', id, habits })}
                        />
                      )
                    : null
                }
              />
            )}
          </Section>
          <InquiriesOut {...{ inquiries, asOf: today }} campaignHref={here} />
          <Section title="In your calendar">
            <CalendarAddress
              address={await calendarAddress(viewer, slug)}
              action={changeCalendarAddress.bind(null, { slug })}
            />
          </Section>
        </div>
        <div className="min-w-0">
          <Section
            title="Next to follow up"
            actions={
              <Link href={`${here}/demands`} className="inline-flex min-h-11 items-center">
                {count > silences.length ? `All ${count}` : 'All demands'}
              </Link>
            }
          >
            {silences.length === 0 ? (
              <p className="text-muted">
                No demand is waiting for an answer. Open demands appear here, the longest silence
                first.
              </p>
            ) : (
              <SilenceList
                {...{ silences, asOf: today }}
                campaignHref={here}
                actions={
                  mayLog
                    ? ({ demand, organization }) => {
                        const set = dueOn(demand.id, organization.id)
                        return (
                          <FollowUpForm
                            key={set?.id ?? 'new'}
                            action={setFollowUpDay.bind(null, { habits })}
                            about={{ demand: demand.id, organization: organization.id }}
                            {...(set && { due: set.dueOn, note: set.note })}
                          />
                        )
                      }
                    : undefined
                }
              />
            )}
          </Section>
        </div>
      </div>
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
