import Link from 'next/link'
import type { ComponentProps } from 'react'

export type ButtonTone = 'primary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-xs border px-4 py-2 text-base font-semibold no-underline aria-disabled:cursor-progress aria-disabled:opacity-70'

const TONES: Record<ButtonTone, string> = {
  primary: 'border-ink bg-ink text-paper hover:bg-ink/85',
  quiet: 'border-control bg-transparent text-ink hover:border-ink hover:bg-wash',
  danger: 'border-error bg-transparent text-error hover:bg-error-wash',
}

function buttonClass(tone: ButtonTone, className?: string) {
  return [SHAPE, TONES[tone], className].filter(Boolean).join(' ')
}

export function Button({
  tone = 'primary',
  type = 'button',
  className,
  ...rest
}: ComponentProps<'button'> & { tone?: ButtonTone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />
}

export function ButtonLink({
  tone = 'primary',
  className,
  ...rest
}: ComponentProps<typeof Link> & { tone?: ButtonTone }) {
  return <Link className={buttonClass(tone, className)} {...rest} />
}
