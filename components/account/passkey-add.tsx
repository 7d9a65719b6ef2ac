'use client'

import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { TextField } from '@/components/form/text-field'
import { useScripted } from '@/components/form/use-scripted'
import type { FormAction } from '@/lib/forms/state'
import { OwnCode } from './own-code'
import { hasPasskeys, makeKey, withKey } from './authenticator'

/** The form that adds a passkey of this device. */
export function PasskeyAdd({
  begin,
  add,
  name,
  askPassword,
  asksCode,
}: {
  begin: FormAction
  add: FormAction
  /** What this device is called, to begin with. */
  name: string
  askPassword: boolean
  /** Whether a sign-in code is asked for, which a passkey stands in for from then on. */
  asksCode: boolean
}) {
  const scripted = useScripted()
  if (!scripted || !hasPasskeys())
    return <p>Passkeys need a current browser with JavaScript. Sign-in codes work without it.</p>
  return (
    <ActionForm
      action={withKey(begin, makeKey, add)}
      initial={{ name }}
      submitLabel="Add a passkey"
      pendingLabel="Waiting for your device …"
    >
      <TextField name="name" label="Name" hint="So that you know it again." required />
      <OwnCode ask={asksCode} />
      <OwnPassword ask={askPassword} />
    </ActionForm>
  )
}
