import { EndingRow, EndingRows } from '@/components/ui/ending-row'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import type { InvitationListing } from '@/lib/members'
import { memberRoleLabels } from '@/lib/schemas/words'

/** Invitations that nobody has used yet, each with a way to take it back. */
export function InvitationList({
  invitations,
  clock,
  takeBack,
}: {
  invitations: InvitationListing[]
  /** The reader's own time zone and language. */
  clock: Clock
  takeBack: FormAction
}) {
  return (
    <EndingRows>
      {invitations.map(({ id, email, role, by, expiresAt }) => (
        <EndingRow
          key={id}
          heading={<bdi>{email}</bdi>}
          facts={
            <p className="text-muted text-sm">
              {memberRoleLabels[role]}, invited by <bdi>{by ?? 'the operator'}</bdi>, until{' '}
              <Moment at={expiresAt} clock={clock} />
            </p>
          }
          ending={{
            ...{ action: takeBack, field: 'invitation', id },
            ...{ label: 'Take back', pending: 'Taking back …' },
          }}
        />
      ))}
    </EndingRows>
  )
}
