import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { TextField } from './text-field'

/** The password with which one signs in, asked for by a form of its own. */
export function CurrentPassword({ label = 'Your password' }: { label?: string }) {
  return (
    <TextField
      name="password"
      label={label}
      type="password"
      autoComplete="current-password"
      required
    />
  )
}

/** A password that somebody chooses; `then` says what else happens with it. */
export function NewPassword({
  name = 'password',
  label,
  then = '',
}: {
  name?: string
  label: string
  then?: string
}) {
  const hint = `At least ${PASSWORD_LENGTH.least} characters. A few unrelated words are easy to remember.`
  return (
    <TextField
      name={name}
      label={label}
      hint={[hint, then].filter(Boolean).join(' ')}
      type="password"
      autoComplete="new-password"
      required
    />
  )
}
