'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { useScripted } from '@/components/form/use-scripted'
import type { FormAction } from '@/lib/forms/state'
import { hasPasskeys, useKey, withKey } from './authenticator'

/** The button that signs in with a passkey, in browsers that know them. */
export function PasskeySignIn({
  ask,
  action,
  next,
}: {
  ask: FormAction
  action: FormAction
  /** The path to go on to. */
  next: string
}) {
  const scripted = useScripted()
  if (!scripted || !hasPasskeys()) return null
  return (
    <ActionForm
      action={withKey(ask, useKey, action)}
      submitLabel="Use a passkey"
      pendingLabel="Waiting for your passkey …"
      submitTone="quiet"
      className="mt-6"
    >
      <HiddenField name="next" defaultValue={next} />
    </ActionForm>
  )
}
