'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { BoxList } from '@/components/form/box-list'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { RadioGroup } from '@/components/form/radio-group'
import type { FormAction } from '@/lib/forms/state'
import { beganWith, type CampaignAccess } from '@/lib/schemas/campaign-access'
import { memberRoleLabels } from '@/lib/schemas/words'

/** Who can open a campaign: everyone in the workspace, or the members that are ticked. */
export function AccessForm({
  action,
  access,
  askPassword,
}: {
  action: FormAction
  access: CampaignAccess
  /** Whether to let more members in needs the member's own password. */
  askPassword: boolean
}) {
  const { owners, ownName, members } = access
  const initial = useMemo(
    () => ({
      who: access.isRestricted ? 'members' : 'everyone',
      'members[]': access.members.filter(({ isIn }) => isIn).map(({ id }) => id),
      began: beganWith(access),
    }),
    [access],
  )
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save who can open it">
      <HiddenField name="began" />
      <RadioGroup
        name="who"
        label="Members who can open this campaign"
        options={[
          { value: 'everyone', label: 'Everyone in the workspace' },
          {
            value: 'members',
            label: 'Only these members',
            hint: 'Nobody else finds its entries, demands, comments or numbers anywhere, or is notified of them.',
          },
        ]}
      />
      {members.length > 0 && (
        <BoxList
          name="members[]"
          label="These members"
          options={members.map(({ id, name, role, isSuspended }) => ({
            value: id,
            label: `${name} (${memberRoleLabels[role].toLowerCase()}${isSuspended ? ', suspended' : ''})`,
          }))}
        />
      )}
      <p>
        Owners of the workspace can always open it: {owners.join(', ')}.
        {ownName && ` You stay one of its members.`}
      </p>
      <p>
        Organizations and people belong to the whole workspace: every member can find them by name,
        but not what this campaign says of them. A source that only restricted campaigns cite is
        shown to nobody outside them. Links that are shared go on working.
      </p>
      <OwnPassword
        ask={askPassword}
        hint="Needed only if more members than now can open it: you last entered it more than ten minutes ago."
      />
    </ActionForm>
  )
}
