import type { Metadata } from 'next'
import { ImportList } from '@/components/import/import-list'
import { MappingList } from '@/components/import/saved-mappings'
import { TableUpload } from '@/components/import/table-upload'
import { Unread } from '@/components/import/file-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { listImports } from '@/server/imports/queries'
import { listMappings } from '@/server/imports/saved-mappings'
import { orNotFound } from '@/server/pages'
import { removeSaved } from './actions'

export const metadata: Metadata = { title: 'Import a spreadsheet' }

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/import'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return (
      <EmptyState title="Importing requires the contributor role">
        <p>Ask an owner of the workspace.</p>
      </EmptyState>
    )
  const { trouble } = await searchParams
  const imports = await orNotFound(listImports(viewer, slug))
  const mappings = await listMappings(viewer)
  return (
    <>
      <Section title="Import a spreadsheet">
        <p className="text-muted mb-6 max-w-prose">
          Each row becomes a draft. First you see what will happen to every row. Nothing is imported
          until you say so, and you can undo the whole import for 30 days. Files with many thousands
          of rows are better imported from the command line.
        </p>
        <Unread trouble={trouble} />
        <TableUpload slug={slug} />
        {mayPublish(viewer) && (
          <p className="mt-8 max-w-prose">
            A complete record that Throughline exported becomes a campaign of its own:{' '}
            <a href="/import">import a complete record</a>.
          </p>
        )}
      </Section>
      {mappings.length > 0 && (
        <Section title="Saved mappings">
          <MappingList
            mappings={mappings}
            remove={(mapping) => removeSaved.bind(null, { slug, mapping })}
          />
        </Section>
      )}
      {imports.length > 0 && (
        <Section title="Imports">
          <ImportList imports={imports} slug={slug} clock={await ownSettings()} />
        </Section>
      )}
    </>
  )
}
