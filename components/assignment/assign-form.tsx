'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { WhenField } from '@/components/form/when-field'
import type { Assigning } from '@/lib/assignments'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'

/** Hands something to a member, or takes it back; folded away until it is wanted. */
export function AssignForm({ action, current, members }: Assigning & { action: FormAction }) {
  const due = current?.dueOn ? dateInWords(current.dueOn) : ''
  const memberId = current?.member.id ?? ''
  const initial = useMemo(() => ({ member: memberId, dueOn: due }), [memberId, due])
  return (
    <details className="chrome mb-3">
      <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
        {current ? (
          <span>
            Assigned to <bdi>{current.member.name}</bdi>
            {due && `, by ${due}`}
          </span>
        ) : (
          'Assign to a member'
        )}
      </summary>
      <ActionForm action={action} initial={initial} submitLabel="Assign" submitTone="quiet">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="member"
            label="Member"
            emptyLabel="Nobody"
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <WhenField name="dueOn" label="By" expects="ahead" />
        </div>
      </ActionForm>
    </details>
  )
}
