import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/forms/state'
import type { MemberListing } from '@/lib/members'
import { memberRoleLabels } from '@/lib/schemas/words'
import { RemoveForm } from './remove-form'
import { RoleForm } from './role-form'

/** Everybody with their role; `setRole`, `remove` and the rest are null for those who may not. */
export function MemberList({
  members,
  setRole,
  remove,
  resetLink,
  suspension,
  mayRemoveOthers,
  keepers,
}: {
  members: MemberListing[]
  setRole: FormAction | null
  remove: FormAction | null
  /** Makes a link for a forgotten password. */
  resetLink: FormAction | null
  /** Takes all rights from a member for a while, and gives them back; null for those who may not. */
  suspension: { suspend: FormAction; restore: FormAction } | null
  mayRemoveOthers: boolean
  /** To whom the links of a removed member can be handed. */
  keepers: readonly { id: string; name: string }[]
}) {
  return (
    <ul className="divide-hairline divide-y">
      {members.map((member) => {
        const { id, name, email, role, own, suspended } = member
        const removable = remove !== null && (own || mayRemoveOthers)
        return (
          <li key={id} className="py-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <p className="min-w-0 font-semibold [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
                {own && <span className="text-muted font-normal"> (you)</span>}
              </p>
              <Tag>{memberRoleLabels[role]}</Tag>
              {suspended && <Tag tone="action">Suspended</Tag>}
              {email && (
                <p className="text-muted min-w-0 text-sm [overflow-wrap:anywhere]">
                  <bdi>{email}</bdi>
                </p>
              )}
            </div>
            {(setRole || removable) && (
              <details className="mt-1">
                <summary
                  aria-label={`${own ? 'Change your role or leave' : 'Change role or remove'}: ${name}`}
                  className="text-muted inline-flex min-h-11 items-center"
                >
                  {own ? 'Change your role or leave' : 'Change role or remove'}
                </summary>
                <div className="flex flex-wrap items-end gap-x-8 gap-y-4 pt-2 pb-3">
                  {setRole && !suspended && <RoleForm action={setRole} id={id} role={role} />}
                  {removable && <RemoveForm {...{ action: remove, member, keepers }} />}
                  {suspension && !own && (
                    <MemberButton
                      action={suspended ? suspension.restore : suspension.suspend}
                      id={id}
                      label={suspended ? 'Restore' : 'Suspend'}
                    />
                  )}
                  {resetLink && !own && !suspended && (
                    <MemberButton
                      action={resetLink}
                      id={id}
                      label="Link for a forgotten password"
                    />
                  )}
                </div>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function MemberButton({ action, id, label }: { action: FormAction; id: string; label: string }) {
  return (
    <ActionForm action={action} initial={{ member: id }} submitLabel={label} submitTone="quiet">
      <HiddenField name="member" />
    </ActionForm>
  )
}
