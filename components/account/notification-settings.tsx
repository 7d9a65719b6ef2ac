'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { BoxList } from '@/components/form/box-list'
import { notificationSettingLabels, type NotificationKind } from '@/lib/comments/comments'
import type { FormAction } from '@/lib/forms/state'

const OPTIONS = Object.entries(notificationSettingLabels).map(([value, label]) => ({
  value,
  label,
}))

/** Which notifications one gets, in every workspace. */
export function NotificationSettings({
  action,
  wanted,
}: {
  action: FormAction
  wanted: NotificationKind[]
}) {
  const initial = useMemo(() => ({ 'wanted[]': wanted }), [wanted])
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save" submitTone="quiet">
      <BoxList name="wanted[]" label="Notify me when somebody" options={OPTIONS} />
    </ActionForm>
  )
}
