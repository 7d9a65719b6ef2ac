import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Moment } from '@/components/ui/moment'
import type { FormAction } from '@/lib/forms/state'
import type { InvitationListing } from '@/lib/members'
import { memberRoleLabels } from '@/lib/schemas/words'

/** Invitations that nobody has used yet, each with a way to take it back. */
export function InvitationList({
  invitations,
  zone,
  takeBack,
}: {
  invitations: InvitationListing[]
  /** The reader's own time zone. */
  zone: string
  takeBack: FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {invitations.map(({ id, email, role, by, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0">
            <p className="font-semibold [overflow-wrap:anywhere]">
              <bdi>{email}</bdi>
            </p>
            <p className="text-muted text-sm">
              {memberRoleLabels[role]}, invited by <bdi>{by ?? 'the operator'}</bdi>, until{' '}
              <Moment at={expiresAt} zone={zone} />
            </p>
          </div>
          <ActionForm
            action={takeBack}
            initial={{ invitation: id }}
            submitLabel="Take back"
            pendingLabel="Taking back …"
            submitTone="quiet"
          >
            <HiddenField name="invitation" />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
