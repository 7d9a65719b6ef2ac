import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import type { FormAction } from '@/lib/forms/state'
import type { MemberListing } from '@/lib/members'

/** Removes one member, or leaves; says what becomes of the links that they keep. */
export function RemoveForm({
  action,
  member: { id, own, links },
  keepers,
}: {
  action: FormAction
  member: MemberListing
  /** Who can keep links. */
  keepers: readonly { id: string; name: string }[]
}) {
  const others = keepers.filter((keeper) => keeper.id !== id)
  return (
    <ActionForm
      action={action}
      initial={{ member: id }}
      submitLabel={own ? 'Leave the workspace' : 'Remove'}
      pendingLabel={own ? 'Leaving …' : 'Removing …'}
      submitTone="danger"
    >
      <HiddenField name="member" />
      {links > 0 && (
        <p className="text-sm">
          {links === 1 ? 'One link' : `${links} links`} of {own ? 'yours' : 'theirs'}{' '}
          {links === 1 ? 'ends' : 'end'}
          {others.length > 0 ? ' unless you hand them over' : ''}.
        </p>
      )}
      {links > 0 && others.length > 0 && (
        <SelectField
          name="keeper"
          label="Hand the links to"
          emptyLabel="Nobody: they end"
          options={others.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
    </ActionForm>
  )
}
