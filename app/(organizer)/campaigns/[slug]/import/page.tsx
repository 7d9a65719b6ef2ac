import type { Metadata } from 'next'
import { ImportList } from '@/components/import/import-list'
import { TableUpload } from '@/components/import/table-upload'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { listImports } from '@/server/imports/queries'
import { orNotFound } from '@/server/pages'

export const metadata: Metadata = { title: 'Import a spreadsheet' }

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/import'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return (
      <EmptyState title="Importing needs the role contributor">
        <p>Ask an owner of the workspace.</p>
      </EmptyState>
    )
  const { trouble } = await searchParams
  const imports = await orNotFound(listImports(viewer, slug))
  return (
    <>
      <Section title="Import a spreadsheet">
        <p className="text-muted mb-6 max-w-prose">
          Each row becomes a draft. First you see what becomes of every row; nothing is imported
          until you say so, and an import can be undone as one for 30 days. Files with many
          thousands of rows are better imported by command line.
        </p>
        {typeof trouble === 'string' && (
          <div className="mb-6 max-w-prose">
            <Notice tone="error" title="This could not be read." live>
              <p>{trouble}</p>
            </Notice>
          </div>
        )}
        <TableUpload slug={slug} />
      </Section>
      {imports.length > 0 && (
        <Section title="Imports">
          <ImportList imports={imports} slug={slug} zone={(await ownSettings()).timeZone} />
        </Section>
      )}
    </>
  )
}
