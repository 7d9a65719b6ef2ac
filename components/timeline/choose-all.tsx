'use client'

import { useForm } from '@/components/form/form-context'

/** Chooses every row of the page, or none; it works with a script alone. */
export function ChooseAll() {
  const { id: form } = useForm()
  return (
    <label className="script-only inline-flex size-11 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        form={form}
        onChange={({ currentTarget: { form, checked } }) => {
          for (const box of form?.elements ?? [])
            if (box instanceof HTMLInputElement && box.name === 'ids[]') box.checked = checked
        }}
        className="size-5"
      />
      <span className="sr-only">Select all on this page</span>
    </label>
  )
}
