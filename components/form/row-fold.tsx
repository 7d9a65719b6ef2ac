'use client'

import { ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formValues } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { useForm } from './form-context'
import { useOpened } from './use-opened'

/** What a row holds in one line, by the beginning of its names; empty where it holds nothing. */
export type RowSummary = (values: FormValues, prefix: string) => string

/**
 * A row that is one line until somebody opens it. It is open where it is new, holds nothing or is to
 * be fixed, and folds away once another row is added.
 */
export function RowFold({
  prefix,
  label,
  fresh,
  summary,
  children,
}: {
  prefix: string
  label: string
  /** Whether somebody has just added the row. */
  fresh: boolean
  summary: RowSummary
  children: ReactNode
}) {
  const { base } = useForm()
  const [summarized, setSummarized] = useState(() => summary(base, prefix))
  const { box, wrong } = useOpened((name) => name === prefix || name.startsWith(`${prefix}.`))
  const [open] = useState(() => wrong || fresh || summarized === '')
  return (
    <details
      ref={box}
      open={open}
      data-row-fold={prefix}
      className="row-fold"
      onToggle={({ currentTarget, target }) => {
        const form = currentTarget.closest('form')
        if (form && target === currentTarget && !currentTarget.open)
          setSummarized(summary(formValues(new FormData(form)), prefix))
      }}
    >
      <summary>
        <span className="sr-only">{label}: </span>
        <bdi>{summarized}</bdi>
        <ChevronDown aria-hidden="true" className="size-5 shrink-0" />
      </summary>
      <div className="space-y-3">{children}</div>
    </details>
  )
}

/** Folds the rows of a group that hold something, but for one. */
export function foldOthers(box: HTMLElement, but: Element | null, summary: RowSummary): void {
  const form = box.closest('form')
  if (!form) return
  const values = formValues(new FormData(form))
  for (const row of box.querySelectorAll<HTMLDetailsElement>(
    ':scope > [data-row] > [data-row-fold]',
  ))
    if (!but?.contains(row) && summary(values, row.dataset.rowFold ?? '') !== '') row.open = false
}
