import type { ComponentProps, ReactNode } from 'react'

/** A box or a button with its label beside it; the whole line can be pressed. */
export function Choice({
  label,
  hint,
  id,
  'aria-describedby': describedBy,
  ...input
}: ComponentProps<'input'> & { id: string; label: ReactNode; hint?: ReactNode }) {
  const described = [hint && `${id}-hint`, describedBy].filter(Boolean).join(' ')
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          {...input}
          id={id}
          aria-describedby={described || undefined}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted -mt-1.5 mb-2 pl-8">
          {hint}
        </p>
      )}
    </div>
  )
}
