import type { Metadata } from 'next'
import Link from 'next/link'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { EntryForm } from '@/components/entry/entry-form'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateBounds } from '@/lib/dates/edtf'
import { dateHabitsOf } from '@/lib/dates/habits'
import { dateInWords } from '@/lib/dates/words'
import { lastWordsFrom, valuesFromSame } from '@/lib/entries/another-from'
import { valuesLike } from '@/lib/entries/another-like'
import { sourceDays } from '@/lib/entries/source-day'
import { groupedFields } from '@/lib/entries/grouped-fields'
import { formKinds } from '@/lib/kinds/form'
import { findKind } from '@/lib/kinds/index'
import { valuesOfPlan } from '@/lib/plans'
import { requireViewer } from '@/server/auth/session'
import { draftPlace } from '@/server/auth/draft-key'
import { mayPublish } from '@/server/auth/viewer'
import { draftFor } from '@/server/capture/proposals'
import { getCampaign } from '@/server/campaigns/queries'
import { listEntryChoices } from '@/server/entries/choices'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { getPlan } from '@/server/plans/queries'
import { getSource } from '@/server/sources/queries'
import { logEntry } from '../actions'

export const metadata: Metadata = { title: 'Log an entry' }

export default async function NewEntryPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/entries/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can log entries" />
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const query = await searchParams
  const like = typeof query.like === 'string' && (await orNotFound(getEntry(viewer, query.like)))
  const source =
    typeof query.source === 'string' && (await orNotFound(getSource(viewer, query.source)))
  const before =
    source && typeof query.after === 'string' && (await orNotFound(getEntry(viewer, query.after)))
  const captured =
    source && typeof query.capture === 'string'
      ? await orNotFound(draftFor(viewer, slug, source.id, query.capture))
      : null
  const plan = typeof query.plan === 'string' ? await orNotFound(getPlan(viewer, query.plan)) : null
  const kind = captured?.kind ?? findKind(query.kind)
  const date = typeof query.date === 'string' && dateBounds(query.date) ? query.date : ''
  const habits = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  return (
    <div className="-mb-16">
      <div className="mb-4 flex max-w-[46rem] flex-wrap items-center justify-between gap-3 sm:mb-6">
        <h2 className="text-2xl">Log an entry</h2>
        {!like && !source && !plan && (
          <ButtonLink tone="quiet" href={`/campaigns/${slug}/capture`}>
            From an article
          </ButtonLink>
        )}
      </div>
      {like && (
        <p className="mb-6">
          Started from a copy of{' '}
          <Link href={`/campaigns/${slug}/entries/${like.id}`}>
            <bdi>{like.title}</bdi>
          </Link>
          , which stays as it is.
        </p>
      )}
      {plan && (
        <p className="mb-6">
          How it went:{' '}
          <Link href={`/campaigns/${slug}/plans/${plan.id}`}>
            <bdi>{plan.title}</bdi>
          </Link>
          . Change whatever was different on the day.
        </p>
      )}
      <DateHabitsProvider habits={habits}>
        <EntryForm
          key={like ? like.id : before ? before.id : plan ? plan.id : 'new'}
          action={logEntry.bind(null, { slug, habits, plan: plan ? plan.id : null })}
          choices={{
            ...{ campaignId: campaign.id, slug },
            kinds: formKinds(),
            groups: groupedFields(),
            ...(await listEntryChoices(viewer, campaign.id)),
            ...(source && { captured: textOf(source), sourceDays: sourceDays([source]) }),
            ...(source && before && { captureFrom: lastWordsFrom(before, source) }),
          }}
          initial={{
            ...(like && valuesLike(like)),
            ...(plan && valuesOfPlan(plan)),
            ...(kind && { kind }),
            ...(before && valuesFromSame(before)),
            ...(source && { 'citations.0.source': source.id, 'citations.0.title': source.title }),
            ...(date && { date: dateInWords(date) }),
            ...captured?.values,
            requestKey: crypto.randomUUID(),
          }}
          draft={draftPlace(viewer, `entry-of-${plan ? plan.id : campaign.id}`)}
          mayPublish={mayPublish(viewer)}
        />
      </DateHabitsProvider>
    </div>
  )
}

function textOf({ id, title, capturedText }: { id: string; title: string; capturedText: string }) {
  return { id, title, text: capturedText }
}
