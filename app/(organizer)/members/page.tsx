import type { Metadata } from 'next'
import { ConfirmForm } from '@/components/member/confirm-form'
import { InvitationList } from '@/components/member/invitation-list'
import { InviteForm } from '@/components/member/invite-form'
import { MemberList } from '@/components/member/member-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { keysOf, memberRoleLabels } from '@/lib/schemas/words'
import { sendsMail } from '@/server/auth/forgotten-password'
import { ownSettings, requireViewer, signedInRecently } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { listKeepers } from '@/server/shares/links/keeping'
import { listInvitations, listMembers } from '@/server/members/queries'
import { confirm, invite, remove, resetLink, restore, setRole, suspend, takeBack } from './actions'

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage() {
  const viewer = await requireViewer()
  const members = await listMembers(viewer)
  const invitations = mayPublish(viewer) ? await listInvitations(viewer) : []
  const recent = await signedInRecently()
  const keepers = recent && mayPublish(viewer) ? await listKeepers(viewer) : []
  const owner = viewer.role === 'owner'
  const roles = keysOf(memberRoleLabels).filter((role) => owner || role !== 'owner')
  return (
    <>
      <PageHeader title="Members" lead="Who is in this workspace, and what each of them may do." />
      {!recent && (
        <Section title="Confirm it’s you">
          <ConfirmForm action={confirm} />
        </Section>
      )}
      <Section title="Members">
        <MemberList
          members={members}
          setRole={owner && recent ? setRole : null}
          remove={recent ? remove : null}
          resetLink={owner && recent ? resetLink : null}
          suspension={owner && recent ? { suspend, restore } : null}
          mayRemoveOthers={owner}
          keepers={keepers}
        />
      </Section>
      {mayPublish(viewer) && (
        <>
          {invitations.length > 0 && (
            <Section title="Invited">
              <InvitationList
                invitations={invitations}
                clock={await ownSettings()}
                takeBack={takeBack}
              />
            </Section>
          )}
          {recent && (
            <Section title="Invite somebody">
              <div className="max-w-prose">
                <InviteForm action={invite} roles={roles} sendsMail={sendsMail()} />
              </div>
            </Section>
          )}
        </>
      )}
    </>
  )
}
