import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/forms/state'

/** The browsers at which one is signed in; every other one can be signed out. */
export function SessionList({
  sessions,
  here,
  zone,
  end,
}: {
  sessions: { id: string; device: string; signedInAt: string; seenAt: string; expiresAt: string }[]
  /** The session of the browser that shows this. */
  here: string
  /** The reader's own time zone. */
  zone: string
  end: FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {sessions.map(({ id, device, signedInAt, seenAt, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div>
            <p className="font-semibold">
              {device || 'Unknown browser'} {id === here && <Tag>This browser</Tag>}
            </p>
            <p className="text-muted text-sm">
              Password or passkey given <Moment at={signedInAt} zone={zone} />, last used{' '}
              <Moment at={seenAt} zone={zone} />, ends <Moment at={expiresAt} zone={zone} />
            </p>
          </div>
          {id !== here && (
            <ActionForm
              action={end}
              initial={{ session: id }}
              submitLabel="Sign it out"
              pendingLabel="Signing out …"
              submitTone="quiet"
            >
              <HiddenField name="session" />
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
