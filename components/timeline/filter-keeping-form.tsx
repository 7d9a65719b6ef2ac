'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { filterParams, isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'

/** Keeps the present filter under a name, and removes the one that is shown, where it was kept. */
export function FilterKeepingForm({
  slug,
  filter,
  saved,
  save,
  remove,
}: {
  slug: string
  filter: TimelineFilter
  saved: { id: string; name: string; query: string }[]
  save: FormAction
  remove: FormAction
}) {
  if (isEmptyFilter(filter)) return null
  const query = filterParams(filter).toString()
  const same = saved.find((one) => one.query === query)
  return (
    <div className="border-hairline mt-6 max-w-md border-t pt-5">
      {same ? (
        <ActionForm
          key={same.id}
          action={remove}
          initial={{ id: same.id }}
          submitLabel={`Remove the saved filter “${same.name}”`}
          pendingLabel="Removing …"
          submitTone="quiet"
        >
          <HiddenField name="id" />
        </ActionForm>
      ) : (
        <ActionForm
          key={query}
          action={save}
          initial={{ slug, query, name: '' }}
          submitLabel="Save this filter"
          submitTone="quiet"
        >
          <HiddenField name="slug" />
          <HiddenField name="query" />
          <TextField name="name" label="Name of this filter" />
        </ActionForm>
      )}
    </div>
  )
}
