import type { Metadata } from 'next'
import { SourceForm } from '@/components/source/source-form'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { addSource } from '../actions'

export const metadata: Metadata = { title: 'Add a source' }

export default async function NewSourcePage({
  params,
}: PageProps<'/campaigns/[slug]/sources/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can add sources" />
  const campaign = await orNotFound(getCampaign(viewer, slug))
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Add a source</h2>
      <SourceForm
        action={addSource.bind(null, {
          slug,
          habits: dateHabitsOf(campaign, todayIn(campaign.timeZone)),
        })}
        initial={{ kind: 'news' }}
        submitLabel="Add the source"
      />
    </div>
  )
}
