'use client'

import { useEffect, useRef, useState } from 'react'
import { useDateHabits } from '@/components/form/date-habits'
import { FieldMessages } from '@/components/form/field-frame'
import { FieldChoices } from '@/components/form/field-choices'
import { useScripted } from '@/components/form/use-scripted'
import { writeField } from '@/components/form/write-field'
import { readLimit } from '@/lib/timeline/jump'
import { readPoint } from '@/lib/timeline/filters'

/**
 * From or to when a time is shown, as people say it. The form sends the year, month or day that was
 * understood; before script it takes these alone.
 */
export function LimitField({
  id,
  name,
  label,
  value,
  hint,
  placeholder,
  compact = false,
  problem,
}: {
  id: string
  name: 'from' | 'to'
  label: string
  /** A year, month or day, or empty. */
  value: string
  hint?: string
  placeholder?: string
  /** In little room, such as beside the rail. */
  compact?: boolean
  /** What the server said of what was sent. */
  problem?: string | undefined
}) {
  const habits = useDateHabits()
  const scripted = useScripted()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const reading = readLimit(text, name, habits)
  useEffect(() => {
    const form = input.current?.form
    const onSend = ({ formData }: FormDataEvent) => {
      const read = readLimit(input.current?.value ?? '', name, habits)
      formData.set(name, read && 'point' in read ? read.point : '')
    }
    form?.addEventListener('formdata', onSend)
    return () => form?.removeEventListener('formdata', onSend)
  }, [name, habits])

  function onTyped(field: HTMLInputElement) {
    const now = readLimit(field.value, name, habits)
    field.setCustomValidity(now && 'message' in now ? now.message : '')
    setText(field.value)
  }
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className={compact ? 'text-sm' : 'font-semibold'}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        name={name}
        defaultValue={value}
        maxLength={200}
        dir="auto"
        {...(!scripted && {
          pattern: '\\d{4}(-\\d{2}){0,2}',
          title: 'A year, month or day: 2018, 2018-03 or 2018-03-05',
        })}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error ${id}-note` : `${id}-note`}
        placeholder={placeholder}
        autoComplete="off"
        onInput={(event) => onTyped(event.currentTarget)}
        className={`control ${compact ? 'px-1.5! tabular-nums lg:text-sm!' : 'mt-1'}`}
      />
      <FieldMessages id={id} messages={problem ? [problem] : []} />
      <div id={`${id}-note`} role="status" className="mt-1 text-sm empty:hidden">
        {reading && 'words' in reading && readPoint(text.trim()) === null ? (
          <p className="text-success">Understood: {reading.words}</p>
        ) : reading && 'message' in reading ? (
          <p className="text-muted">{reading.message}</p>
        ) : (
          hint && <p className="text-muted">{hint}</p>
        )}
      </div>
      {reading && 'message' in reading && (
        <FieldChoices
          name={name}
          label="Readings to choose from"
          choices={reading.choices ?? []}
          onChoose={(chosen) => {
            const form = input.current?.form
            if (form) writeField(form, name, chosen)?.focus()
          }}
        />
      )}
    </div>
  )
}
