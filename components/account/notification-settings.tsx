'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { BoxList } from '@/components/form/box-list'
import { RadioGroup } from '@/components/form/radio-group'
import { SelectField } from '@/components/form/select-field'
import { notificationSettingLabels, type NotificationKind } from '@/lib/comments/comments'
import type { FormAction } from '@/lib/forms/state'
import { hourText, mailWhenLabels, type MailChoice } from '@/lib/mail/when'

const OPTIONS = Object.entries(notificationSettingLabels).map(([value, label]) => ({
  value,
  label,
}))
const WHEN = Object.entries(mailWhenLabels).map(([value, label]) => ({ value, label }))
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourText(hour),
}))

/** Which notifications one gets, in every workspace, and which come by push and by mail, too. */
export function NotificationSettings({
  action,
  wanted,
  pushed,
  mail,
  zone,
}: {
  action: FormAction
  wanted: NotificationKind[]
  /** Those that also come to one's devices. */
  pushed: NotificationKind[]
  /** Nothing where this site sends no mail. */
  mail: MailChoice | null
  zone: string
}) {
  const initial = useMemo(
    () => ({
      'wanted[]': wanted,
      'pushed[]': pushed,
      ...(mail && { 'mail.mailWhen': mail.mailWhen, 'mail.mailHour': String(mail.mailHour) }),
    }),
    [wanted, pushed, mail],
  )
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save" submitTone="quiet">
      <BoxList name="wanted[]" label="Notify me when somebody" options={OPTIONS} />
      <BoxList
        name="pushed[]"
        label="Also show it on my devices, where I turned that on, when somebody"
        options={OPTIONS}
      />
      {mail && (
        <>
          <RadioGroup
            name="mail.mailWhen"
            label="Send them by mail, too"
            hint="A mail says how many there are and where to read them, and nothing of the record unless an owner has allowed it. What you have seen here is not sent."
            options={WHEN}
          />
          <SelectField
            name="mail.mailHour"
            label="Once a day at"
            hint={
              zone ? `In your time zone, ${zone}.` : 'In UTC, until you choose a time zone above.'
            }
            options={HOURS}
          />
        </>
      )}
    </ActionForm>
  )
}
