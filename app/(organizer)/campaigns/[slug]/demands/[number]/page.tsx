import type { Metadata } from 'next'
import { AsOfForm } from '@/components/demand/as-of-form'
import { TrashForm } from '@/components/trash/trash-form'
import { AssessForm } from '@/components/demand/assess-form'
import { AssessmentHistory } from '@/components/demand/assessment-history'
import { StandingTools } from '@/components/demand/standing-tools'
import { TakeBack } from '@/components/demand/take-back'
import { FollowUpForm } from '@/components/demand/follow-up-form'
import { Proposals } from '@/components/demand/proposals'
import { StretchTable } from '@/components/demand/stretch-table'
import { TargetStandings } from '@/components/demand/target-standings'
import { Thread } from '@/components/demand/thread'
import { ThreadPeople } from '@/components/demand/thread-people'
import { ThreadSources } from '@/components/demand/thread-sources'
import { Wordings } from '@/components/demand/wordings'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { dateInWords } from '@/lib/dates/words'
import type { AssessmentDto, DemandThread } from '@/lib/directory'
import { firstParam } from '@/lib/timeline/address'
import { clockIn, requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { isIsoDay } from '@/server/demands/as-of'
import { listFollowUps } from '@/server/demands/follow-ups'
import { getDemand, listEvidence } from '@/server/demands/queries'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { RecordComments } from '../../../../record-comments'
import { RecordHistory } from '../../../../record-history'
import { moveRecordToTrash } from '../../../../trash/actions'
import { setFollowUpDay } from '../../follow-ups/actions'
import {
  assessDemand,
  checkStanding,
  decideProposal,
  disputeStanding,
  takeBackStandingDispute,
  uncheckStanding,
} from '../actions'

type Props = PageProps<'/campaigns/[slug]/demands/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Demand ${(await params).number}` }
}

export default async function DemandPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug, number } = await params
  const asked = firstParam(await searchParams, 'asOf') ?? ''
  const read = await orNotFound(
    getDemand(viewer, slug, Number(number), { asOf: isIsoDay(asked) ? asked : undefined }),
  )
  const { campaign, demand, thread, assessments, asOf, begins } = read
  const today = todayIn(campaign.timeZone)
  const clock = await clockIn(campaign.timeZone)
  const habits = dateHabitsOf(await orNotFound(getCampaign(viewer, slug)), today)
  const due = (await listFollowUps(viewer, slug)).open.filter((one) => one.demand?.id === demand.id)
  const campaignHref = `/campaigns/${slug}`
  const edits = mayPublish(viewer)
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <h2 className="max-w-prose text-2xl">
          {demand.number}. <bdi>{demand.wording}</bdi>
        </h2>
        <div className="flex flex-wrap gap-3">
          {mayShare(viewer) && (
            <ButtonLink
              tone="quiet"
              href={`${campaignHref}/shares/new?scope=filter&filter=demand%3D${demand.number}`}
            >
              Share this demand
            </ButtonLink>
          )}
          {edits && (
            <ButtonLink tone="quiet" href={`${campaignHref}/demands/${demand.number}/edit`}>
              Edit
            </ButtonLink>
          )}
        </div>
      </div>
      {demand.counterparties.length > 0 && (
        <p className="text-muted mb-6">
          Concerns ties with {demand.counterparties.map(({ name }) => name).join(', ')}
        </p>
      )}
      <Section title="Status" level={3}>
        <AsOfForm asOf={asOf} today={today} />
        {asOf !== today && (
          <div className="mb-6">
            <Notice title={`As of ${dateInWords(asOf)}`}>
              Anything raised, answered or assessed after this day is left out.
            </Notice>
          </div>
        )}
        <TargetStandings
          targets={demand.targets}
          {...{ campaignHref, begins, asOf }}
          {...(viewer.role !== 'viewer' && {
            actions: ({ id }: { id: string }) => {
              const set = due.find((one) => one.organization.id === id)
              return (
                <>
                  {set && <p>Ask again on {dateInWords(set.dueOn)}</p>}
                  <FollowUpForm
                    key={set?.id ?? 'new'}
                    action={setFollowUpDay.bind(null, { habits })}
                    about={{ demand: demand.id, organization: id }}
                    {...(set && { due: set.dueOn, note: set.note })}
                  />
                </>
              )
            },
          })}
        />
        <details className="mt-4">
          <summary className="chrome inline-flex min-h-11 items-center underline underline-offset-4">
            Days in each standing
          </summary>
          <StretchTable targets={demand.targets} asOf={asOf} />
        </details>
      </Section>
      {demand.proposals.length > 0 && (
        <Section title="Proposed by responses" level={3} id="proposals">
          <Proposals
            demands={[demand]}
            campaignHref={campaignHref}
            decide={edits ? decideProposal : null}
          />
        </Section>
      )}
      <Section title="The thread" level={3}>
        <Thread items={thread} campaignHref={campaignHref} />
      </Section>
      <Section title="Who spoke about this demand" level={3}>
        <ThreadPeople
          people={read.speakers}
          campaignHref={campaignHref}
          nobody="No recorded words are tied to this demand yet. Tie a quote to it where the quote is logged."
        />
      </Section>
      {read.others.length > 0 && (
        <Section title="Also spoke where it was raised" level={3}>
          <ThreadPeople people={read.others} campaignHref={campaignHref} nobody="" />
        </Section>
      )}
      <Section title="Sources" level={3}>
        <ThreadSources sources={read.sources} campaignHref={campaignHref} />
      </Section>
      <Section title="History of its standings" level={3}>
        <AssessmentHistory
          assessments={assessments}
          campaignHref={campaignHref}
          clock={clock}
          {...(viewer.role !== 'viewer' && {
            tools: (assessment: AssessmentDto) => (
              <StandingTools
                {...{ assessment, sources: read.sources }}
                check={checkStanding.bind(null, { id: assessment.id })}
                uncheck={uncheckStanding.bind(null, { id: assessment.id })}
                dispute={edits ? disputeStanding : null}
              />
            ),
          })}
          {...(edits && {
            undo: ({ id, takenBack }: { id: string; takenBack: boolean }) => (
              <TakeBack
                key={String(takenBack)}
                action={takeBackStandingDispute}
                {...{ id, takenBack }}
              />
            ),
          })}
        />
      </Section>
      {demand.earlier.length > 0 && (
        <Section title="Earlier wordings" level={3} id="wordings">
          <Wordings earlier={demand.earlier} clock={clock} />
        </Section>
      )}
      {edits && (
        <Section title="Assess" level={3} id="assess">
          <div className="max-w-prose">
            <AssessForm
              action={assessDemand.bind(null, {
                slug,
                number: demand.number,
                habits,
              })}
              initial={startOf(read, (await searchParams).proposal)}
              targets={targetsOf(read)}
              evidence={(await listEvidence(viewer, slug)).map(({ id, title, edtf }) => ({
                value: id,
                label: `${title} (${dateInWords(edtf, { weekday: false })})`,
              }))}
            />
          </div>
        </Section>
      )}
      <RecordComments
        {...{ viewer, id: demand.id, timeZone: campaign.timeZone }}
        record="demand"
        level={3}
      />
      <RecordHistory
        {...{ viewer, id: demand.id, timeZone: campaign.timeZone }}
        record="demand"
        here={`${campaignHref}/demands/${demand.number}`}
        mayRestore={edits}
        level={3}
      />
      {edits && (
        <TrashForm
          action={moveRecordToTrash.bind(null, {
            record: 'demand',
            id: demand.id,
            trash: `${campaignHref}/trash`,
          })}
        />
      )}
    </>
  )
}

// A proposal that is to be changed fills the form with what it says.
function startOf({ demand, assessments }: DemandThread, asked: unknown): Record<string, string> {
  const proposal = assessments.find(({ id, state }) => id === asked && state === 'proposed')
  if (!proposal) return { demand: demand.id }
  return {
    demand: demand.id,
    organization: proposal.organization.id,
    standing: proposal.standing,
    date: dateInWords(proposal.edtf, { weekday: false }),
    entry: proposal.entry?.id ?? '',
  }
}

// Who answered without being a target can be assessed too.
function targetsOf({ demand, assessments }: DemandThread) {
  const names = new Map(demand.targets.map(({ id, name }) => [id, name]))
  for (const { state, organization } of assessments)
    if (state === 'proposed') names.set(organization.id, organization.name)
  return [...names].map(([value, label]) => ({ value, label }))
}
