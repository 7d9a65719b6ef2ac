'use client'

import type { ReactNode } from 'react'
import { FieldHint, FieldMessages, RequiredMark } from './field-frame'

/** Fields that belong together, under a legend that assistive technology reads with each. */
export function Fieldset({
  legend,
  hint,
  id,
  required,
  messages = [],
  className,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  id?: string
  required?: boolean
  messages?: string[]
  className?: string
  children: ReactNode
}) {
  const described = id
    ? [hint && `${id}-hint`, messages.length > 0 && `${id}-error`].filter(Boolean).join(' ')
    : ''
  return (
    <fieldset className={`min-w-0 ${className ?? ''}`} aria-describedby={described || undefined}>
      <legend className="mb-1">
        <span className="mr-2 font-semibold">{legend}</span>
        <RequiredMark required={required} />
      </legend>
      {hint &&
        (id ? <FieldHint id={id}>{hint}</FieldHint> : <p className="text-muted mb-1.5">{hint}</p>)}
      {children}
      {id && <FieldMessages id={id} messages={messages} />}
    </fieldset>
  )
}
