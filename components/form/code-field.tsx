import { TextField } from './text-field'

/** Asks for a sign-in code. */
export function CodeField({ autoFocus }: { autoFocus?: boolean }) {
  return (
    <TextField
      name="code"
      label="Code"
      hint="The 6 digits that the app on your phone shows now, or one of your recovery codes."
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      autoFocus={autoFocus}
      required
    />
  )
}
