import type { Metadata } from 'next'
import { PlanForm } from '@/components/plan/plan-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { dateInWords } from '@/lib/dates/words'
import { isByClocksOf, valuesOfAnnounced } from '@/lib/plans'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { getEntry } from '@/server/entries/queries'
import { listOrganizationNames } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { addPlan } from '../actions'
import { planChoices } from '../plan-choices'

export const metadata: Metadata = { title: 'Plan an action' }

/** With `entry`, the form begins with an action that was announced and logged ahead. */
export default async function NewPlanPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/plans/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can plan actions" />
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const { entry: asked } = await searchParams
  const entry = typeof asked === 'string' ? await orNotFound(getEntry(viewer, asked)) : null
  const choices = await planChoices(viewer, campaign.id)
  // An entry of another campaign names demands that this one does not have.
  const demands = entry?.demands.filter(({ demandId }) =>
    choices.demands.some(({ value }) => value === demandId),
  )
  const habits = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Plan an action</h2>
      {entry?.time && !isByClocksOf(entry, campaign) && (
        <div className="mb-6">
          <Notice title="Enter the hour in the campaign’s time zone">
            The entry says {dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })}. A
            plan’s hour is that of the campaign’s time zone, so it is left out here.
          </Notice>
        </div>
      )}
      <PlanForm
        action={addPlan.bind(null, { slug, habits })}
        initial={{
          requestKey: crypto.randomUUID(),
          ...(entry && demands && valuesOfAnnounced({ ...entry, demands }, campaign)),
        }}
        {...choices}
        organizations={await listOrganizationNames(viewer)}
      />
    </div>
  )
}
