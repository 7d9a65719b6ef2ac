import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** One field and its button, as a GET form; the button is in sight where there is room. */
export function LineForm({
  id,
  action,
  role,
  name,
  label,
  placeholder,
  button,
  value,
  children,
}: {
  id: string
  action: string
  role?: 'search'
  name: string
  label: string
  placeholder: string
  button: string
  value: string
  children: ReactNode
}) {
  return (
    <form action={action} role={role} className="relative flex min-w-0 gap-2">
      {children}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        key={value}
        type={role ?? 'text'}
        name={name}
        defaultValue={value}
        maxLength={200}
        placeholder={placeholder}
        autoComplete="off"
        className="control min-w-0"
      />
      <Button
        type="submit"
        tone="quiet"
        className="max-sm:sr-only max-sm:focus:not-sr-only max-sm:focus:absolute max-sm:focus:right-0"
      >
        {button}
      </Button>
    </form>
  )
}
