import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'
import type { RoleProposal } from '@/lib/organizations/proposals'
import { campaignRoleLabels } from '@/lib/schemas/words'

/** What the record suggests of organizations, each confirmed by one press. */
export function RoleProposals({
  proposals,
  confirm,
}: {
  proposals: RoleProposal[]
  confirm: FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {proposals.map(({ name, role, parent, because }) => (
        <li key={name} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
          <p className="min-w-0">
            <bdi className="font-semibold">{name}</bdi>: {campaignRoleLabels[role].toLowerCase()}
            {parent && (
              <>
                , part of <bdi>{parent}</bdi>
              </>
            )}
            ? <span className="text-muted">{because}.</span>
          </p>
          <ActionForm
            action={confirm}
            initial={{ name, role, parent }}
            submitLabel={`Confirm ${name}`}
            pendingLabel="Confirming …"
            submitTone="quiet"
            className="[&>div]:mt-0"
          >
            <HiddenField name="name" />
            <HiddenField name="role" />
            <HiddenField name="parent" />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
