import type { ReactNode } from 'react'
import { InWorkspace } from '@/components/form/page-workspace'
import { SearchBox } from '@/components/search/search-box'
import { SearchKeys } from '@/components/search/search-keys'
import { CloseMenus } from '@/components/ui/close-menus'
import { AppReady } from '@/components/ui/app-ready'
import { Main } from '@/components/ui/main'
import { SiteHeader } from '@/components/ui/site-header'
import { SoftLinks } from '@/components/ui/soft-links'
import { currentMember, ownSettings, requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { countUnseen } from '@/server/comments/notifications'
import { signOut } from '../(auth)/sign-out'
import { changeWorkspace } from './workspace-actions'

const NAV = [
  { label: 'Campaigns', href: '/campaigns' },
  { label: 'Organizations', href: '/organizations' },
  { label: 'People', href: '/people' },
  { label: 'Sources', href: '/sources' },
  { label: 'Shares', href: '/shares' },
]
const ACCOUNT = [
  { label: 'Notifications', href: '/notifications' },
  { label: 'Your account', href: '/account' },
  { label: 'Members', href: '/members' },
  { label: 'Trash', href: '/trash' },
]
const OF_OWNERS = [
  { label: 'Workspace', href: '/workspace' },
  { label: 'Backups', href: '/backups' },
]

export default async function OrganizerLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const member = await currentMember()
  const { theme, language } = await ownSettings()
  const unseen = await countUnseen(viewer)
  return (
    <div
      data-theme={theme === 'system' ? undefined : theme}
      lang={language || undefined}
      className="contents"
    >
      <InWorkspace id={viewer.workspaceId}>
        <SiteHeader
          workspaceName={member?.workspaceName ?? ''}
          memberName={member?.accountName ?? ''}
          nav={NAV}
          account={viewer.role === 'owner' ? [...ACCOUNT, ...OF_OWNERS] : ACCOUNT}
          unseen={unseen}
          search={
            <SearchBox
              rights={{
                log: viewer.role !== 'viewer',
                publish: mayPublish(viewer),
                own: viewer.role === 'owner',
              }}
            />
          }
          workspaces={member?.otherWorkspaces ?? []}
          changeWorkspace={changeWorkspace}
          signOut={signOut}
        />
        <SearchKeys />
        <SoftLinks />
        <CloseMenus />
        <AppReady />
        <Main>{children}</Main>
      </InWorkspace>
    </div>
  )
}
