import type { Metadata } from 'next'
import { WorkspaceForm } from '@/components/workspace/workspace-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { workspaceSettings } from '@/server/workspace/queries'
import { saveSettings } from './actions'

export const metadata: Metadata = { title: 'Workspace' }

export default async function WorkspacePage() {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') {
    return (
      <EmptyState title="Only owners change the workspace">
        <p>Ask an owner of the workspace. Members lists who they are.</p>
      </EmptyState>
    )
  }
  const settings = await workspaceSettings(viewer)
  return (
    <>
      <PageHeader title="Workspace" lead="What holds for everybody who works here." />
      <div className="max-w-prose">
        <WorkspaceForm
          action={saveSettings}
          settings={settings}
          askPassword={!(await signedInRecently())}
        />
      </div>
    </>
  )
}
