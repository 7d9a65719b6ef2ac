import type { Metadata } from 'next'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { SourceForm } from '@/components/source/source-form'
import { sourceValues } from '@/components/source/source-values'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { orNotFound } from '@/server/pages'
import { getSource } from '@/server/sources/queries'
import { saveSource } from '../../../campaigns/[slug]/sources/actions'

export const metadata: Metadata = { title: 'Edit a source' }

type Props = PageProps<'/sources/[id]/edit'>

export default async function EditSourcePage({ params }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const source = await orNotFound(getSource(viewer, id))
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can change sources" />
  const habits = { today: todayIn('UTC') }
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit the source</h2>
      <DateHabitsProvider habits={habits}>
        <SourceForm
          action={saveSource.bind(null, { habits, id, home: `/sources/${id}` })}
          initial={sourceValues(source)}
          submitLabel="Save"
        />
      </DateHabitsProvider>
    </div>
  )
}
