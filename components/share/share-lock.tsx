import { ShareShell } from './share-shell'

/** Asks for a link's password. The form is sent as it is, without script. */
export function ShareLock({ action, trouble }: { action: string; trouble: string | null }) {
  return (
    <ShareShell title="This page asks for a password" referrer="same-origin">
      <main>
        <h1>This page asks for a password</h1>
        <p>Ask the person who gave you the link for the password.</p>
        {trouble && (
          <p role="alert" id="trouble">
            <strong>{trouble}</strong>
          </p>
        )}
        <form method="post" action={action}>
          <p>
            <label htmlFor="password">Password</label>
          </p>
          <p>
            <input
              id="password"
              name="password"
              type="password"
              required
              maxLength={256}
              autoComplete="off"
              aria-describedby={trouble ? 'trouble' : undefined}
              aria-invalid={trouble ? true : undefined}
            />
          </p>
          <p>
            <button type="submit">Open the page</button>
          </p>
        </form>
        <p className="quiet">
          A cookie keeps this page open in this browser for 12 hours. It does not say who you are.
        </p>
      </main>
    </ShareShell>
  )
}
