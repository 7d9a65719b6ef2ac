import { Moment } from '@/components/ui/moment'
import type { AccessOverview } from '@/lib/access'
import type { Clock } from '@/lib/dates/moments'
import { memberRoleLabels } from '@/lib/schemas/words'

/** Invitations that can still be used. */
export function AccessInvitations({
  invitations,
  clock,
}: {
  invitations: AccessOverview['invitations']
  clock: Clock
}) {
  if (invitations.length === 0) return <p className="text-muted">No open invitations.</p>
  return (
    <ul className="divide-hairline divide-y">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id} className="py-3">
          <bdi className="font-semibold [overflow-wrap:anywhere]">{email}</bdi>
          <p className="text-muted text-sm">
            Can join as {memberRoleLabels[role].toLowerCase()} until{' '}
            <Moment at={expiresAt} clock={clock} />.
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Secret addresses by which calendars read the follow-ups of a campaign. */
export function AccessCalendars({
  calendars,
  clock,
}: {
  calendars: AccessOverview['calendars']
  clock: Clock
}) {
  if (calendars.length === 0) return <p className="text-muted">No calendar addresses.</p>
  return (
    <ul className="divide-hairline divide-y">
      {calendars.map(({ id, member, campaign, createdAt }) => (
        <li key={id} className="py-3">
          <bdi className="font-semibold">{member}</bdi>
          <p className="text-muted text-sm">
            The follow-ups and coming entries of <bdi>{campaign}</bdi> that they may see, drafts
            included, since <Moment at={createdAt} clock={clock} />, until they end it or leave.
          </p>
        </li>
      ))}
    </ul>
  )
}
