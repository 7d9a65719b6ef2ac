'use client'

import type { ReactNode } from 'react'
import { FieldHint, FieldMessages, RequiredMark } from './field-frame'

const LEGENDS = {
  block: 'mb-1',
  inline: 'float-left flex min-h-11 items-center',
  hidden: 'sr-only',
}

/** Fields that belong together, under a legend that assistive technology reads with each. */
export function Fieldset({
  legend,
  hint,
  id,
  required,
  messages = [],
  look = 'block',
  className,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  id?: string
  required?: boolean
  messages?: string[]
  /** Whether the legend has a line of its own, shares one with what follows, or is only read out. */
  look?: keyof typeof LEGENDS
  className?: string
  children: ReactNode
}) {
  const described = id
    ? [hint && `${id}-hint`, messages.length > 0 && `${id}-error`].filter(Boolean).join(' ')
    : ''
  return (
    <fieldset
      className={`min-w-0 ${look === 'inline' ? 'flow-root' : ''} ${className ?? ''}`}
      aria-describedby={described || undefined}
    >
      <legend className={LEGENDS[look]}>
        <span className="mr-2 font-semibold">{legend}</span>
        <RequiredMark required={required} />
      </legend>
      {hint &&
        (id ? (
          <FieldHint id={id}>{hint}</FieldHint>
        ) : (
          <p className="text-muted mt-1 text-sm">{hint}</p>
        ))}
      {children}
      {id && (
        <div className="clear-both">
          <FieldMessages id={id} messages={messages} />
        </div>
      )}
    </fieldset>
  )
}
