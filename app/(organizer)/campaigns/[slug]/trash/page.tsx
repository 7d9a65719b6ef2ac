import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { listTrashedEntries } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { restoreFromTrash } from '../entries/actions'

export const metadata: Metadata = { title: 'Trash' }

export default async function TrashPage({ params }: PageProps<'/campaigns/[slug]/trash'>) {
  const viewer = await requireViewer()
  const campaign = await orNotFound(getCampaign(viewer, (await params).slug))
  const trashed = await listTrashedEntries(viewer, campaign.id)
  if (trashed.length === 0) return <EmptyState title="The trash is empty" />
  return (
    <Section title="Trash">
      <ul className="divide-hairline divide-y">
        {trashed.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
            <span>{title}</span>
            <ActionForm
              action={restoreFromTrash}
              initial={{ id }}
              submitLabel="Restore"
              submitTone="quiet"
            >
              <HiddenField name="id" />
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}
