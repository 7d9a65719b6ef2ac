import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { RecordUpload, WouldMake } from '@/components/import/record-upload'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Unread } from '@/components/import/file-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { incomingOf } from '@/server/exports/incoming'
import { discardSent, importSent } from './actions'

export const metadata: Metadata = { title: 'Import a complete record' }

export default async function ImportRecordPage({ searchParams }: PageProps<'/import'>) {
  const viewer = await requireViewer()
  if (!mayPublish(viewer))
    return (
      <EmptyState title="Only editors can import a complete record">
        <p>Ask an editor or owner of this workspace.</p>
      </EmptyState>
    )
  const { trouble } = await searchParams
  const incoming = await incomingOf(viewer)
  return (
    <>
      <Breadcrumbs items={[{ label: 'Campaigns', href: '/campaigns' }, { label: 'Import' }]} />
      <PageHeader
        title="Import a complete record"
        lead="What Throughline exported as JSON or ZIP becomes campaigns of this workspace, with everything in them."
      />
      <Unread trouble={trouble} />
      {incoming && (
        <Section title={incoming.name}>
          <WouldMake {...incoming.would} />
          <div className="mt-6 flex flex-wrap items-end gap-3">
            <ActionForm
              action={importSent}
              submitLabel="Import this record"
              pendingLabel="Importing …"
            />
            <ActionForm
              action={discardSent}
              submitLabel="Delete this file"
              pendingLabel="Deleting …"
              submitTone="danger"
            />
          </div>
        </Section>
      )}
      <Section title={incoming ? 'Read another file instead' : 'The file'}>
        <RecordUpload />
      </Section>
    </>
  )
}
