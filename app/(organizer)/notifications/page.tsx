import type { Metadata } from 'next'
import { PushKept } from '@/components/account/push-here'
import { NotificationList } from '@/components/comment/notification-list'
import { OtherWorkspace } from '@/components/comment/other-workspace'
import { SeenForm } from '@/components/comment/seen-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { currentMember, ownSettings, requireViewer } from '@/server/auth/session'
import { countUnseen, listNotifications } from '@/server/comments/notifications'
import { stillShowHere } from '../account/actions'
import { markAllSeen, openNotification } from '../comment-actions'
import { changeWorkspace } from '../workspace-actions'

export const metadata: Metadata = { title: 'Notifications' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  // A mail names the workspace that it is from by its id.
  const { workspace } = await searchParams
  const other = (await currentMember())?.otherWorkspaces.find(({ id }) => id === workspace)
  const notifications = await listNotifications(viewer)
  const unseen = await countUnseen(viewer)
  const clock = await ownSettings()
  return (
    <>
      <PageHeader title="Notifications" />
      <PushKept keep={stillShowHere} />
      {other && <OtherWorkspace workspace={other} change={changeWorkspace} />}
      {notifications.length === 0 && (
        <EmptyState title="Nothing yet">
          <p>
            Mentions of you, replies to you, comments on entries you logged, what is assigned to
            you, and reviews of entries appear here.
          </p>
        </EmptyState>
      )}
      {unseen > 1 && (
        <div className="chrome mb-6">
          <SeenForm action={markAllSeen} id="all" label="Mark all as seen" />
        </div>
      )}
      <NotificationList notifications={notifications} clock={clock} open={openNotification} />
    </>
  )
}
