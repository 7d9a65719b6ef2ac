'use client'

import { ActionForm } from '@/components/form/action-form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { FormAction, FormValues } from '@/lib/forms/state'

/** Pastes an article; what the text does not say of itself can be added. */
export function ArticleForm({ action, initial }: { action: FormAction; initial: FormValues }) {
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel="Find entries"
      pendingLabel="Reading …"
    >
      <TextArea
        name="text"
        label="Article"
        hint="Text or HTML, with its headline and captions."
        required
        rows={10}
      />
      <details className="border-hairline border-y py-3">
        <summary className="cursor-pointer py-2 font-semibold">
          Published, publisher, web address
        </summary>
        <div className="grid gap-6 py-3 sm:grid-cols-2">
          <WhenField
            name="published"
            label="Published"
            hint="“On Thursday” is counted from this day."
          />
          <TextField name="publisher" label="Publisher" />
          <TextField name="url" label="Web address" type="url" inputMode="url" />
        </div>
      </details>
    </ActionForm>
  )
}
