import type { Metadata } from 'next'
import { TrashList } from '@/components/trash/trash-list'
import { UndoNotice } from '@/components/trash/undo-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { TRASH_DAYS, type Trashed } from '@/lib/trash'
import { requireViewer } from '@/server/auth/session'
import { listWorkspaceTrash } from '@/server/trash/queries'
import { bringBack, undoTrash } from './actions'

export const metadata: Metadata = { title: 'Trash' }

export default async function WorkspaceTrashPage({ searchParams }: PageProps<'/trash'>) {
  const viewer = await requireViewer()
  const { undo } = await searchParams
  const trashed = await listWorkspaceTrash(viewer)
  const just = trashed.find(({ id }) => id === undo)
  return (
    <>
      <PageHeader
        title="Trash"
        lead={`Campaigns, organizations, people and sources. Anything here for ${TRASH_DAYS} days is erased for good. Entries and demands are in the trash of their campaign.`}
      />
      {just && (
        <UndoNotice
          title={`“${just.title}” is in the trash.`}
          undo={undoTrash.bind(null, { home: homeOf(just) })}
          values={{ record: just.record, id: just.id }}
        />
      )}
      {trashed.length > 0 ? (
        <TrashList trashed={trashed} now={new Date()} restore={bringBack} />
      ) : (
        <EmptyState title="The trash is empty" />
      )}
    </>
  )
}

function homeOf({ record, id }: Trashed): string {
  if (record === 'person') return `/people/${id}`
  if (record === 'organization') return `/organizations/${id}`
  return record === 'source' ? `/sources/${id}` : '/campaigns'
}
