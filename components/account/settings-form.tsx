'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { RadioGroup } from '@/components/form/radio-group'
import { SelectField } from '@/components/form/select-field'
import { TimeZoneField } from '@/components/form/time-zone-field'
import type { AccountSettings } from '@/lib/account'
import type { FormAction } from '@/lib/forms/state'
import { languageLabels, themeLabels, weekStartLabels } from '@/lib/schemas/words'

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
  const { theme, language, timeZone, weekStart } = settings
  const initial = useMemo(
    () => ({ theme, language, timeZone, weekStart }),
    [theme, language, timeZone, weekStart],
  )
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save" submitTone="quiet">
      <RadioGroup name="theme" label="Colors" options={optionsOf(themeLabels)} />
      <SelectField
        name="language"
        label="Language and region"
        hint="How the day and hour of comments, changes, sign-ins and notifications are written for you, and how your browser checks what you write. All words are English. Dates of the record read the same for everyone, such as 13 Feb 2026, so that they can be quoted."
        options={optionsOf(languageLabels)}
        emptyLabel="English, as in the record: 13 Feb 2026, 15:00"
      />
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
