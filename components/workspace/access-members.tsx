import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { AccessOverview } from '@/lib/access'
import { memberRoleHints, memberRoleLabels } from '@/lib/schemas/words'

/** Members, what each may do, and where they are signed in. */
export function AccessMembers({
  members,
  zone,
}: {
  members: AccessOverview['members']
  zone: string
}) {
  return (
    <ul className="divide-hairline divide-y">
      {members.map(({ id, name, role, sessions, seenAt, hasCodes, passkeys }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <bdi className="font-semibold">{name}</bdi>
            <Tag>{memberRoleLabels[role]}</Tag>
          </p>
          <p className="text-muted text-sm">
            {memberRoleHints[role]}. {signedIn(sessions)}
            {seenAt && (
              <>
                , last used <Moment at={seenAt} zone={zone} />
              </>
            )}
            . Sign-in codes are {hasCodes ? 'on' : 'off'}
            {passkeys > 0 && `; ${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'}`}.
          </p>
        </li>
      ))}
    </ul>
  )
}

function signedIn(sessions: number): string {
  if (sessions === 0) return 'Signed in nowhere'
  return sessions === 1 ? 'Signed in on one browser' : `Signed in on ${sessions} browsers`
}
