import type { Metadata } from 'next'
import { MarkForm } from '@/components/workspace/mark-form'
import { PublisherForm } from '@/components/workspace/publisher-form'
import { WorkspaceForm } from '@/components/workspace/workspace-form'
import { OwnersAlone } from '@/components/workspace/owners-alone'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { workspaceSettings } from '@/server/workspace/queries'
import { getMark } from '@/server/workspace/mark'
import { getPublisher } from '@/server/workspace/publisher'
import { savePublisher, saveSettings, takeMarkAway } from './actions'

export const metadata: Metadata = { title: 'Workspace' }

export default async function WorkspacePage({ searchParams }: PageProps<'/workspace'>) {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') return <OwnersAlone />
  const settings = await workspaceSettings(viewer)
  const { trouble } = await searchParams
  return (
    <>
      <PageHeader title="Workspace" lead="Settings for everyone in this workspace." />
      <Section title="Safety">
        <ul>
          <li>
            <a href="/workspace/access" className="inline-flex min-h-11 items-center">
              Who can see what
            </a>
          </li>
          <li>
            <a href="/workspace/audit" className="inline-flex min-h-11 items-center">
              What was done, and by whom
            </a>
          </li>
          <li>
            <a href="/workspace/webhooks" className="inline-flex min-h-11 items-center">
              Webhooks
            </a>
          </li>
          <li>
            <a href="/workspace/lock-down" className="inline-flex min-h-11 items-center">
              Lock down
            </a>
          </li>
        </ul>
      </Section>
      <Section title="Settings">
        <div className="max-w-prose">
          <WorkspaceForm
            action={saveSettings}
            settings={settings}
            askPassword={!(await signedInRecently())}
          />
        </div>
      </Section>
      <Section title="What your links say about you">
        <p className="mb-6 max-w-prose">
          It appears at the foot of every shared page whose link names the publisher. Private links
          leave it out unless you turn it on. Fields you leave empty are not shown.
        </p>
        <div className="max-w-prose">
          <PublisherForm action={savePublisher} publisher={await getPublisher(viewer)} />
          <MarkForm mark={await getMark(viewer)} takeAway={takeMarkAway} trouble={trouble} />
        </div>
      </Section>
    </>
  )
}
