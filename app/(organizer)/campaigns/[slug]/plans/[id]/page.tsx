import type { Metadata } from 'next'
import Link from 'next/link'
import { HiddenField } from '@/components/form/hidden-field'
import { CallOffForm, MoveForm, OneButton } from '@/components/plan/outcome-forms'
import { PartButton, RoleForm, TaskForm } from '@/components/plan/part-forms'
import { EarlierPlans, PlanFacts } from '@/components/plan/plan-facts'
import { PlanTag, PlanTitle } from '@/components/plan/plan-list'
import { RoleList, TaskList } from '@/components/plan/plan-parts'
import { ButtonLink } from '@/components/ui/button'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateBounds } from '@/lib/dates/edtf'
import { dateHabitsOf } from '@/lib/dates/habits'
import type { Clock } from '@/lib/dates/moments'
import { dateInWords } from '@/lib/dates/words'
import type { PlanDto } from '@/lib/plans'
import { listWriters } from '@/server/assignments/queries'
import { clockIn, requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { getPlan, listHelpers } from '@/server/plans/queries'
import { RecordHistory } from '../../../../record-history'
import { again, cancel, move, moveBack, pressPart, setRole, setTask } from '../actions'

type Props = PageProps<'/campaigns/[slug]/plans/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const plan = await orNotFound(getPlan(await requireViewer(), (await params).id))
  return { title: plan.title }
}

export default async function PlanPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const plan = await orNotFound(getPlan(viewer, id))
  const { timeZone } = campaign
  const clock = await clockIn(timeZone)
  const today = todayIn(timeZone)
  const habits = dateHabitsOf(campaign, today)
  const campaignHref = `/campaigns/${slug}`
  const here = `${campaignHref}/plans/${id}`
  const [lastMove] = plan.moves
  const planned = plan.state === 'planned'
  const changes = plan.mayChange && planned
  const writes = viewer.role !== 'viewer'
  const change = changes
    ? {
        members: await listHelpers(viewer, slug),
        writers: await listWriters(viewer, slug),
        saveRole: setRole.bind(null, { id }),
        saveTask: setTask.bind(null, { id, habits }),
      }
    : null
  return (
    <div className="max-w-3xl">
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-2xl">
          <PlanTitle plan={plan} />
        </h1>
        <PlanTag {...{ plan, today }} />
      </div>
      <Outcome {...{ plan, campaignHref, clock }} />
      <PlanFacts {...{ plan, campaignHref }} />
      {plan.moves.length > 0 && <EarlierPlans moves={plan.moves} clock={clock} />}
      {plan.mayChange && (
        <div className="chrome mt-4 flex flex-wrap items-start gap-x-6 gap-y-2">
          {planned ? (
            <>
              <ButtonLink
                tone={(dateBounds(plan.edtf)?.firstDay ?? '') > today ? 'quiet' : 'primary'}
                href={`${campaignHref}/entries/new?plan=${id}`}
              >
                It happened
              </ButtonLink>
              <ButtonLink tone="quiet" href={`${here}/edit`}>
                Edit
              </ButtonLink>
              <MoveForm
                action={move.bind(null, { id, habits })}
                initial={{
                  ...{ date: dateInWords(plan.edtf, { time: plan.time }), place: plan.place },
                  version: String(plan.moveVersion),
                }}
              />
              {lastMove && (
                <OneButton
                  key={lastMove.id}
                  action={moveBack.bind(null, { id })}
                  label="Undo the last move"
                  values={{ lastMove: lastMove.id }}
                  tone="text"
                >
                  <HiddenField name="lastMove" />
                </OneButton>
              )}
              <CallOffForm action={cancel.bind(null, { id })} />
            </>
          ) : (
            <OneButton action={again.bind(null, { id })} label="Undo: plan it again" />
          )}
        </div>
      )}
      <Section title="Roles on the day">
        <RoleList roles={plan.roles} change={change} button={pressPart} />
        {plan.roles.length === 0 && <p className="text-muted">No roles yet.</p>}
        {change && <RoleForm action={change.saveRole} members={change.members} />}
      </Section>
      <Section title="Checklist">
        <TaskList
          tasks={plan.tasks}
          {...{ today, change }}
          clock={clock}
          tick={writes ? pressPart : null}
        />
        {plan.tasks.length === 0 && <p className="text-muted">Nothing on the checklist yet.</p>}
        {change && <TaskForm action={change.saveTask} members={change.writers} />}
      </Section>
      {changes && plan.removed.length > 0 && (
        <Section title="Removed">
          <ul>
            {plan.removed.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-6">
                <bdi>{one.label}</bdi>
                <PartButton action={pressPart} id={one.id} what={one.what} done="put_back" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <RecordHistory
        {...{ viewer, id, here, timeZone }}
        record="plan"
        mayRestore={plan.mayChange}
        level={2}
      />
    </div>
  )
}

function Outcome({
  plan: { state, reason, decided, entry },
  campaignHref,
  clock,
}: {
  plan: PlanDto
  campaignHref: string
  clock: Clock
}) {
  if (state === 'planned' || !decided) return null
  const who = (
    <>
      <bdi>{decided.by ?? 'The operator'}</bdi>, <Moment at={decided.at} clock={clock} />
    </>
  )
  return (
    <div className="mb-6">
      {state === 'called_off' ? (
        <Notice tone="warning" title="Called off">
          {reason && (
            <p>
              <bdi>{reason}</bdi>
            </p>
          )}
          <p className="text-muted">{who}</p>
        </Notice>
      ) : (
        <Notice tone="success" title="It happened">
          <p>
            {entry ? (
              <Link
                href={`${campaignHref}/entries/${entry.id}`}
                className="inline-flex min-h-11 items-center"
              >
                <bdi>{entry.title}</bdi>
              </Link>
            ) : (
              'Its entry is in the trash, or you cannot see it.'
            )}
          </p>
          <p className="text-muted">{who}</p>
        </Notice>
      )}
    </div>
  )
}
