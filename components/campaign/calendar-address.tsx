'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { ShareAddress } from '@/components/share/share-address'
import type { FormAction } from '@/lib/forms/state'

const NEW = { wanted: 'new' }
const NONE = { wanted: 'none' }

/** The member's own secret address of the campaign's calendar: made, shown, made anew, ended. */
export function CalendarAddress({
  address,
  action,
}: {
  address: string | null
  action: FormAction
}) {
  return (
    <details className="chrome">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
        {address ? 'Show your address' : 'Get an address for your calendar'}
      </summary>
      <p className="text-muted mb-3 max-w-prose">
        A secret address that only you should know: your calendar shows these days and the actions
        still to come. It ends when you change your password and when you leave the workspace.
      </p>
      {address && <ShareAddress url={address} label="Your calendar address" />}
      <div className="mt-2 flex flex-wrap gap-2">
        <ActionForm
          action={action}
          initial={NEW}
          submitLabel={address ? 'Create a new one' : 'Create address'}
          submitTone="quiet"
          className="[&>div]:mt-0"
        >
          <HiddenField name="wanted" />
        </ActionForm>
        {address && (
          <ActionForm
            action={action}
            initial={NONE}
            submitLabel="Revoke this address"
            submitTone="danger"
            className="[&>div]:mt-0"
          >
            <HiddenField name="wanted" />
          </ActionForm>
        )}
      </div>
    </details>
  )
}
