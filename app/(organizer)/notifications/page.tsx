import type { Metadata } from 'next'
import { NotificationList } from '@/components/comment/notification-list'
import { SeenForm } from '@/components/comment/seen-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { listNotifications } from '@/server/comments/notifications'
import { markAllSeen, openNotification } from '../comment-actions'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage() {
  const viewer = await requireViewer()
  const notifications = await listNotifications(viewer)
  const { timeZone } = await ownSettings()
  const unseen = notifications.filter(({ seen }) => !seen).length
  return (
    <>
      <PageHeader title="Notifications" />
      {notifications.length === 0 && (
        <EmptyState title="Nothing yet">
          <p>
            Mentions of you, replies to you, comments on entries you logged, and what is assigned to
            you appear here.
          </p>
        </EmptyState>
      )}
      {unseen > 1 && (
        <div className="chrome mb-6">
          <SeenForm action={markAllSeen} id="all" label="Mark all as seen" />
        </div>
      )}
      <NotificationList notifications={notifications} zone={timeZone} open={openNotification} />
    </>
  )
}
