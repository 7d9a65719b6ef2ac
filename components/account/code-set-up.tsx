import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { TextField } from '@/components/form/text-field'
import { QrCode } from '@/components/share/qr-code'
import type { FormAction } from '@/lib/forms/state'

/** The secret for an app, as a picture and as text, and the first code of it. */
export function CodeSetUp({
  action,
  secret,
  address,
  askPassword,
}: {
  action: FormAction
  secret: string
  /** The same secret as apps read it from a picture. */
  address: string
  askPassword: boolean
}) {
  return (
    <>
      <p className="mb-4">
        Open an authenticator app, such as Aegis, 2FAS or the password manager of your phone, and
        scan this picture. On the phone itself, <a href={address}>open the app from here</a>.
      </p>
      <QrCode text={address} label="Picture for your authenticator app" />
      <p className="text-muted mt-4">Or type this key into the app:</p>
      <p className="mb-6 font-mono break-words select-all">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <ActionForm action={action} submitLabel="Turn on sign-in codes" pendingLabel="Checking …">
        <TextField
          name="code"
          label="The code that the app shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <OwnPassword ask={askPassword} />
      </ActionForm>
    </>
  )
}
