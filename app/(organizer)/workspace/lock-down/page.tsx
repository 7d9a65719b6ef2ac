import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { OwnersAlone } from '@/components/workspace/owners-alone'
import { PageHeader } from '@/components/ui/page-header'
import { lockDownLines } from '@/lib/access'
import { currentMember, requireViewer, signedInRecently } from '@/server/auth/session'
import { lockDownPreview } from '@/server/workspace/lock-down'
import { lockDownNow } from '../actions'

export const metadata: Metadata = { title: 'Lock down' }

export default async function LockDownPage() {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') return <OwnersAlone />
  const counts = await lockDownPreview(viewer, (await currentMember())?.sessionId ?? null)
  return (
    <>
      <PageHeader
        title="Lock down"
        lead="Close every way into this workspace at once, when something is wrong."
      />
      <div className="max-w-prose">
        <p>This happens the moment you press the button:</p>
        <ul className="my-4 list-disc space-y-1 pl-6">
          {lockDownLines(counts).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mb-6">
          Nothing is erased. Members sign in again with their password; change yours if somebody may
          know it. Links stay paused until an owner resumes them one by one, under{' '}
          <a href="/shares">Shares</a>. Members create new calendar addresses and tokens, and you
          create new invitations.
        </p>
        <ActionForm
          action={lockDownNow}
          submitLabel="Lock down now"
          pendingLabel="Locking down …"
          submitTone="danger"
        >
          <OwnPassword ask={!(await signedInRecently())} />
        </ActionForm>
      </div>
    </>
  )
}
