import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { SessionList } from '@/components/member/session-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { listSessions } from '@/server/auth/account-sessions'
import { currentMember, requireViewer } from '@/server/auth/session'
import { setPassword, signOutThere } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await requireViewer()
  const member = await currentMember()
  return (
    <>
      <PageHeader title="Your account" lead={<bdi>{member?.accountName}</bdi>} />
      <Section title="Where you are signed in">
        <SessionList
          sessions={await listSessions(viewer)}
          here={member?.sessionId ?? ''}
          end={signOutThere}
        />
      </Section>
      <Section title="Change your password">
        <div className="max-w-prose">
          <ActionForm action={setPassword} submitLabel="Change the password">
            <TextField
              name="password"
              label="Your password now"
              type="password"
              autoComplete="current-password"
              required
            />
            <TextField
              name="newPassword"
              label="The new password"
              hint={`At least ${PASSWORD_LENGTH.least} characters. A few unrelated words are easy to remember. Every other browser is signed out.`}
              type="password"
              autoComplete="new-password"
              required
            />
          </ActionForm>
        </div>
      </Section>
    </>
  )
}
