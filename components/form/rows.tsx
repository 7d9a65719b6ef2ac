'use client'

import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ADD_ROW } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { fieldId, fieldMessages } from './field-id'
import { Fieldset } from './fieldset'
import { FormContext, useForm } from './form-context'
import { takeRows } from './row-adding'
import { foldOthers, RowFold, type RowSummary } from './row-fold'
import { firstRows } from './row-indexes'
import { formOf, openAround } from './write-field'

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
  bare = false,
  after,
  summary,
  children,
}: {
  group: string
  legend: ReactNode
  hint?: ReactNode
  rowLabel: string
  addLabel: string
  initialCount?: number
  max?: number
  /** Whether the rows stand within another one, without a frame of their own. */
  bare?: boolean
  /** What is asked below the rows, once there are any. */
  after?: ReactNode
  /** What a row holds: then it is one line, which opens to be edited. */
  summary?: RowSummary
  children: (prefix: string, index: number) => ReactNode
}) {
  const form = useForm()
  const { id: formId, base, typed, errors, touch } = form
  const [rows, setRows] = useState(() => firstRows(base, group, typed ? 0 : initialCount))
  const [next, setNext] = useState(() => Math.max(-1, ...rows) + 1)
  const [added, setAdded] = useState<number | null>(null)
  const [given, setGiven] = useState<FormValues>({})
  const box = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const id = fieldId(formId, group)

  useEffect(() => {
    if (added === null || !box.current) return
    const row = box.current.querySelector(`:scope > [data-row="${added}"]`)
    if (summary) foldOthers(box.current, row, summary)
    const field = row?.querySelector<HTMLElement>(FOCUSABLE)
    if (field) openAround(field)
    field?.focus()
  }, [added, summary])

  useEffect(() => {
    const element = formOf(formId)
    if (element) return takeRows(element, group, append)
  })

  function append(values: FormValues) {
    touch()
    if (Object.keys(values).length > 0)
      setGiven({
        ...given,
        ...Object.fromEntries(
          Object.entries(values).map(([name, value]) => [`${group}.${next}.${name}`, value]),
        ),
      })
    setRows([...rows, next])
    setAdded(next)
    setNext(next + 1)
  }

  function remove(row: number) {
    touch()
    setRows(rows.filter((other) => other !== row))
    addButton.current?.focus()
  }

  const begun = { ...form, base: { ...base, ...given } }
  return (
    <Fieldset
      {...{ legend, id }}
      hint={rows.length > 0 ? hint : undefined}
      messages={fieldMessages(errors, group)}
      look={rows.length === 0 ? 'inline' : bare ? 'hidden' : 'block'}
    >
      <div
        ref={box}
        className={`divide-hairline divide-y empty:hidden ${bare ? '' : 'border-hairline mt-1 border-y'}`}
      >
        {rows.map((row, position) => (
          <fieldset
            key={row}
            data-row={row}
            className={`relative min-w-0 ${bare ? 'pb-1' : 'pt-1.5 pb-3.5'}`}
          >
            <legend className="sr-only">
              {rowLabel} {position + 1}
            </legend>
            <Button
              tone="quiet"
              className="script-only absolute -top-1.5 right-0 z-1 border-transparent px-2"
              aria-label={`Remove ${rowLabel.toLowerCase()} ${position + 1}`}
              onClick={() => remove(row)}
            >
              <X aria-hidden="true" className="size-5" />
            </Button>
            <FormContext value={begun}>
              {summary ? (
                <RowFold
                  prefix={`${group}.${row}`}
                  label={`${rowLabel} ${position + 1}`}
                  fresh={row === added}
                  summary={summary}
                >
                  {children(`${group}.${row}`, row)}
                </RowFold>
              ) : (
                <div className="space-y-3">{children(`${group}.${row}`, row)}</div>
              )}
            </FormContext>
          </fieldset>
        ))}
      </div>
      {rows.length > 0 && <p className="no-script-only text-muted mt-2">Empty rows are ignored.</p>}
      {rows.length < max && (
        <Button
          ref={addButton}
          id={id}
          type="submit"
          name={ADD_ROW}
          value={group}
          formNoValidate
          tone="quiet"
          className={rows.length === 0 ? 'float-right' : 'mt-2'}
          onClick={(event) => {
            event.preventDefault()
            append({})
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          {addLabel}
        </Button>
      )}
      {rows.length > 0 && after}
    </Fieldset>
  )
}
