import type { ReactNode } from 'react'

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-hint`} className="text-muted mt-1 text-sm">
      {children}
    </p>
  )
}

export function FieldMessages({ id, messages }: { id: string; messages: string[] }) {
  if (messages.length === 0) return null
  return (
    <div id={`${id}-error`} className="text-error mt-1.5 font-medium">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  )
}

/** The word beside a label; the control itself says "required" to assistive technology. */
export function RequiredMark({ required }: { required?: boolean }) {
  if (!required) return null
  return (
    <span aria-hidden="true" className="text-muted text-sm">
      required
    </span>
  )
}

/**
 * Label, control, hint and messages, from above: the controls of a pair stand on one line whether one
 * has a hint or not.
 */
export function FieldFrame({
  id,
  label,
  hint,
  required,
  messages,
  className,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  messages: string[]
  className?: string
  children: ReactNode
}) {
  return (
    <div className={className}>
      <div className="mb-0.5 flex items-baseline gap-2">
        <label id={`${id}-label`} htmlFor={id} className="font-semibold">
          {label}
        </label>
        <RequiredMark required={required} />
      </div>
      {children}
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldMessages id={id} messages={messages} />
    </div>
  )
}
