'use client'

import { useState, type ReactNode } from 'react'
import { useForm } from './form-context'
import { useOpened } from './use-opened'

/**
 * Fields of a row that are asked for rarely, behind a summary. It is open where one of them says
 * something else than usual, or is to be fixed.
 */
export function Fold({
  label,
  fields,
  usual = {},
  children,
}: {
  label: ReactNode
  /** The names of the fields; a group of rows by the name of the group. */
  fields: readonly string[]
  /** What a field says where nobody has chosen anything, if that is not empty. */
  usual?: Readonly<Record<string, string>>
  children: ReactNode
}) {
  const { base } = useForm()
  const isWithin = (name: string) =>
    fields.some((field) => name === field || name.startsWith(`${field}.`))
  const { box, wrong } = useOpened(isWithin)
  const [open] = useState(
    () =>
      wrong ||
      Object.entries(base).some(
        ([name, value]) =>
          isWithin(name) && (name.endsWith('._row') || String(value) !== (usual[name] ?? '')),
      ),
  )
  return (
    <details ref={box} open={open}>
      <summary className="min-h-11 py-2.5 underline underline-offset-4">{label}</summary>
      <div className="space-y-3 pt-1">{children}</div>
    </details>
  )
}
