'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import type { FormAction } from '@/lib/forms/state'
import { memberRoleHints, memberRoleLabels, type MemberRole } from '@/lib/schemas/words'

const OPTIONS = (Object.keys(memberRoleLabels) as MemberRole[]).map((value) => ({
  value,
  label: `${memberRoleLabels[value]}: ${memberRoleHints[value]}`,
}))

/** Another role for one member. */
export function RoleForm({
  action,
  id,
  role,
}: {
  action: FormAction
  id: string
  role: MemberRole
}) {
  const [initial] = useState({ member: id, role })
  return (
    <ActionForm action={action} initial={initial} submitLabel="Change the role" submitTone="quiet">
      <HiddenField name="member" />
      <SelectField name="role" label="Role" options={OPTIONS} />
    </ActionForm>
  )
}
