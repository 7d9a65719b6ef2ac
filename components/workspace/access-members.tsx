import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { AccessOverview } from '@/lib/access'
import type { Clock } from '@/lib/dates/moments'
import { memberRoleHints, memberRoleLabels } from '@/lib/schemas/words'

/** Members, suspended ones too, what each may do, and where they are signed in until when. */
export function AccessMembers({
  members,
  clock,
}: {
  members: AccessOverview['members']
  clock: Clock
}) {
  return (
    <ul className="divide-hairline divide-y">
      {members.map(({ id, name, role, sessions, devices, pushes, hasCodes, passkeys, ...more }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <bdi className="font-semibold">{name}</bdi>
            <Tag>{memberRoleLabels[role]}</Tag>
            {more.suspended && <Tag tone="action">Suspended</Tag>}
          </p>
          {more.suspended && (
            <p className="text-sm">Opens nothing here until an owner restores them.</p>
          )}
          {more.resetUntil && (
            <p className="text-sm">
              A link to choose a new password opens until{' '}
              <Moment at={more.resetUntil} clock={clock} />, for whoever has it.
            </p>
          )}
          <p className="text-muted text-sm first-letter:uppercase">
            {memberRoleHints[role]}. {signedIn(sessions)}
            {pushes > 0 &&
              `, shows notifications on ${pushes} ${pushes === 1 ? 'device' : 'devices'}`}
            . Sign-in codes are {hasCodes ? 'on' : 'off'}
            {passkeys > 0 && `; ${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'}`}.
          </p>
          {devices.length > 0 && (
            <ul className="text-muted mt-1 text-sm">
              {devices.map((one) => (
                <li key={one.id}>
                  {one.device || 'Unknown browser'}, last used{' '}
                  <Moment at={one.seenAt} clock={clock} />; ends after 24 hours without use, and on{' '}
                  <Moment at={one.expiresAt} clock={clock} /> in any case
                </li>
              ))}
              {sessions > devices.length && <li>And {sessions - devices.length} more.</li>}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function signedIn(sessions: number): string {
  if (sessions === 0) return 'Signed in nowhere'
  return sessions === 1 ? 'Signed in on one browser' : `Signed in on ${sessions} browsers`
}
