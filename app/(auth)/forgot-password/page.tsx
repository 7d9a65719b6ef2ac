import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { sendsMail } from '@/server/auth/forgotten-password'
import { sendLink } from './actions'
import { ASK_SOMEBODY } from './words'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Forgot your password?',
  robots: { index: false, follow: false },
}

export default function ForgotPasswordPage() {
  return (
    <>
      <PageHeader
        title="Forgot your password?"
        lead={
          sendsMail()
            ? 'We send you a link to choose a new one. If you have sign-in codes, you still need one to sign in.'
            : ASK_SOMEBODY
        }
      />
      {sendsMail() && (
        <ActionForm action={sendLink} submitLabel="Send me a link" pendingLabel="Sending …">
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
          />
        </ActionForm>
      )}
      <a href="/sign-in" className="mt-8 inline-flex min-h-11 items-center">
        Back to sign-in
      </a>
    </>
  )
}
