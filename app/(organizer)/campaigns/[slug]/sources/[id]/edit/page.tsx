import type { Metadata } from 'next'
import { SourceForm } from '@/components/source/source-form'
import { sourceValues } from '@/components/source/source-values'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { getSource } from '@/server/sources/queries'
import { saveSource } from '../../actions'

export const metadata: Metadata = { title: 'Edit a source' }

type Props = PageProps<'/campaigns/[slug]/sources/[id]/edit'>

export default async function EditSourcePage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const source = await orNotFound(getSource(viewer, id))
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can change sources" />
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit the source</h2>
      <SourceForm
        action={saveSource.bind(null, {
          habits: dateHabitsOf(campaign, todayIn(campaign.timeZone)),
          id,
          home: `/campaigns/${slug}/sources/${id}`,
        })}
        initial={sourceValues(source)}
        submitLabel="Save"
      />
    </div>
  )
}
