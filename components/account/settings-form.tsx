'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { RadioGroup } from '@/components/form/radio-group'
import { SelectField } from '@/components/form/select-field'
import { TimeZoneField } from '@/components/form/time-zone-field'
import type { AccountSettings } from '@/lib/account'
import type { FormAction } from '@/lib/forms/state'
import { themeLabels, weekStartLabels } from '@/lib/schemas/words'

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** How pages look and count for oneself. */
export function SettingsForm({
  action,
  settings,
  zones,
}: {
  action: FormAction
  settings: AccountSettings
  zones: string[]
}) {
  const { theme, timeZone, weekStart } = settings
  const initial = useMemo(() => ({ theme, timeZone, weekStart }), [theme, timeZone, weekStart])
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save" submitTone="quiet">
      <RadioGroup name="theme" label="Colors" options={optionsOf(themeLabels)} />
      <TimeZoneField
        zones={zones}
        hint="For sign-ins, invitations and the like. The days of a campaign are counted in its own zone."
      />
      <SelectField
        name="weekStart"
        label="Weeks in calendars begin on"
        options={optionsOf(weekStartLabels)}
        emptyLabel="Each campaign’s own setting"
      />
    </ActionForm>
  )
}
