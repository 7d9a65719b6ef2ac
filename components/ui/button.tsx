import type { ComponentProps } from 'react'

/** `text` is for actions in a line of text, such as those of a comment. */
export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'text'

const SHAPE =
  'inline-flex min-h-11 items-center aria-disabled:cursor-progress aria-disabled:opacity-70'
const BOX = 'justify-center gap-2 rounded-xs border px-4 py-2 text-base font-semibold no-underline'

const TONES: Record<ButtonTone, string> = {
  primary: `${BOX} border-ink bg-ink text-paper hover:bg-ink/85`,
  quiet: `${BOX} border-control bg-transparent text-ink hover:border-ink hover:bg-wash`,
  danger: `${BOX} border-error bg-transparent text-error hover:bg-error-wash`,
  text: 'text-muted text-sm underline underline-offset-4 hover:text-ink',
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

/** A link that looks like a button. `SoftLinks` follows it without a page load. */
export function ButtonLink({
  tone = 'primary',
  className,
  ...rest
}: ComponentProps<'a'> & { tone?: ButtonTone }) {
  return <a data-soft className={buttonClass(tone, className)} {...rest} />
}

/**
 * A link to a file that takes the record away. It may lead to a page that asks for the password first, which
 * `download` would save in place of the file; the target keeps `SoftLinks` away.
 */
export function FileLink(props: ComponentProps<'a'>) {
  return <ButtonLink tone="quiet" target="_self" data-soft={undefined} {...props} />
}
