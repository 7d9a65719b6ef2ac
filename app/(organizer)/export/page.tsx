import type { Metadata } from 'next'
import { FormatList, OwnRecordNote } from '@/components/export/format-list'
import { PageHeader } from '@/components/ui/page-header'
import { exportFormatNames, holdsWorkspace } from '@/lib/exports/formats'
import { requireViewer } from '@/server/auth/session'

export const metadata: Metadata = { title: 'Export everything' }

export default async function ExportWorkspacePage() {
  await requireViewer()
  return (
    <>
      <PageHeader title="Export everything" />
      <OwnRecordNote />
      <p className="mt-3 max-w-prose">
        All campaigns with their organizations, people and sources are in one file. Other formats
        hold one campaign: choose them under Export in that campaign.
      </p>
      <FormatList
        formats={exportFormatNames.filter(holdsWorkspace)}
        href={(format) => `/export/${format}`}
      />
    </>
  )
}
