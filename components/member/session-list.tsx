import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/forms/state'

/** The browsers at which one is signed in; every other one can be signed out. */
export function SessionList({
  sessions,
  here,
  end,
}: {
  sessions: { id: string; signedInAt: string; seenAt: string; expiresAt: string }[]
  /** The session of the browser that shows this. */
  here: string
  end: FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {sessions.map(({ id, signedInAt, seenAt, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div>
            <p>
              Password given <Moment at={signedInAt} /> {id === here && <Tag>This browser</Tag>}
            </p>
            <p className="text-muted text-sm">
              Last used <Moment at={seenAt} />, ends <Moment at={expiresAt} />
            </p>
          </div>
          {id !== here && (
            <ActionForm
              action={end}
              initial={{ session: id }}
              submitLabel="Sign out there"
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
