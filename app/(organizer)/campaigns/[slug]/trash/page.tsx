import type { Metadata } from 'next'
import { TrashList } from '@/components/trash/trash-list'
import { UndoNotice } from '@/components/trash/undo-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { TRASH_DAYS } from '@/lib/trash'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { listCampaignTrash } from '@/server/trash/queries'
import { bringBack, undoTrash } from '../../../trash/actions'

export const metadata: Metadata = { title: 'Trash' }

export default async function TrashPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/trash'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const trashed = await listCampaignTrash(viewer, campaign.id)
  const { undo } = await searchParams
  const just = trashed.find(({ id }) => id === undo)
  return (
    <>
      {just && (
        <UndoNotice
          title={`“${just.title}” is in the trash.`}
          undo={undoTrash.bind(null, {
            home:
              just.record === 'entry'
                ? `/campaigns/${slug}/entries/${just.id}`
                : `/campaigns/${slug}/demands`,
          })}
          values={{ record: just.record, id: just.id }}
        />
      )}
      {trashed.length > 0 ? (
        <Section title="Trash">
          <p className="text-muted mb-2">
            Anything here for {TRASH_DAYS} days is erased for good, with its history.
          </p>
          <TrashList trashed={trashed} now={new Date()} restore={bringBack} />
        </Section>
      ) : (
        <EmptyState title="The trash is empty" />
      )}
    </>
  )
}
