'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonTone } from '@/components/ui/button'
import { useForm } from './form-context'

/** Stays in reach of keyboard and script-less readers while it waits; the form stops a second send. */
export function SubmitButton({
  tone = 'primary',
  name,
  value,
  main = false,
  className,
  children,
}: {
  tone?: ButtonTone
  name?: string
  value?: string
  /** Whether Ctrl or Cmd with Enter presses it, in a form of several. */
  main?: boolean
  className?: string
  children?: ReactNode
}) {
  const { pending, submitLabel, pendingLabel } = useForm()
  return (
    <Button
      type="submit"
      tone={tone}
      name={name}
      value={value}
      data-main={main || undefined}
      aria-disabled={pending || undefined}
      className={className}
    >
      {pending ? pendingLabel : (children ?? submitLabel)}
    </Button>
  )
}
