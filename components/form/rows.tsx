'use client'

import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ADD_ROW } from '@/lib/forms/form-data'
import { fieldId, fieldMessages } from './field-id'
import { Fieldset } from './fieldset'
import { useForm } from './form-context'
import { firstRows } from './row-indexes'

const FOCUSABLE = 'input:not([type=hidden]), textarea, select'

/**
 * Rows of fields that a person adds and removes. A row keeps its number for good, so that removing
 * one never moves what was typed in another; gaps between the numbers mean nothing.
 *
 * Without script the button sends the form, the action answers with one more row, and a row that
 * is left empty is left out.
 */
export function Rows({
  group,
  legend,
  hint,
  rowLabel,
  addLabel,
  initialCount = 1,
  max = 50,
  children,
}: {
  group: string
  legend: ReactNode
  hint?: ReactNode
  rowLabel: string
  addLabel: string
  initialCount?: number
  max?: number
  children: (prefix: string, index: number) => ReactNode
}) {
  const { id: formId, base, typed, errors, touch } = useForm()
  const [rows, setRows] = useState(() => firstRows(base, group, typed ? 0 : initialCount))
  const [next, setNext] = useState(() => Math.max(-1, ...rows) + 1)
  const [added, setAdded] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const id = fieldId(formId, group)

  useEffect(() => {
    if (added === null) return
    box.current
      ?.querySelector(`[data-row="${added}"]`)
      ?.querySelector<HTMLElement>(FOCUSABLE)
      ?.focus()
  }, [added])

  function add(event: MouseEvent) {
    event.preventDefault()
    touch()
    setRows([...rows, next])
    setAdded(next)
    setNext(next + 1)
  }

  function remove(row: number) {
    touch()
    setRows(rows.filter((kept) => kept !== row))
    addButton.current?.focus()
  }

  return (
    <Fieldset legend={legend} id={id} hint={hint} messages={fieldMessages(errors, group)}>
      <div ref={box} className="divide-hairline border-hairline divide-y border-y empty:hidden">
        {rows.map((row, position) => (
          <fieldset key={row} data-row={row} className="relative min-w-0 py-4">
            <legend className="text-muted float-left flex min-h-11 items-center">
              {rowLabel} {position + 1}
            </legend>
            <Button
              tone="quiet"
              className="script-only float-right -mr-2 border-transparent px-2"
              aria-label={`Remove ${rowLabel.toLowerCase()} ${position + 1}`}
              onClick={() => remove(row)}
            >
              <X aria-hidden="true" className="size-5" />
            </Button>
            <div className="clear-both space-y-4">{children(`${group}.${row}`, row)}</div>
          </fieldset>
        ))}
      </div>
      <p className="no-script-only text-muted mt-2">A row that is left empty is left out.</p>
      {rows.length < max && (
        <Button
          ref={addButton}
          id={id}
          type="submit"
          name={ADD_ROW}
          value={group}
          formNoValidate
          tone="quiet"
          className="mt-3"
          onClick={add}
        >
          <Plus aria-hidden="true" className="size-5" />
          {addLabel}
        </Button>
      )}
    </Fieldset>
  )
}
