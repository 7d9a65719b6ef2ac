'use client'

import { useForm } from '@/components/form/form-context'

/** The box that chooses one row of the table; it stays chosen when the form comes back. */
export function RowChoice({ id, title }: { id: string; title: string }) {
  const { base, id: form } = useForm()
  const chosen = base['ids[]']
  return (
    <label className="inline-flex size-11 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        name="ids[]"
        form={form}
        value={id}
        defaultChecked={Array.isArray(chosen) && chosen.includes(id)}
        className="size-5"
      />
      <span className="sr-only">
        Select <bdi>{title}</bdi>
      </span>
    </label>
  )
}
