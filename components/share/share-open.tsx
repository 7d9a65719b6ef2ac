import { ShareShell } from './share-shell'

/**
 * Opens a private link, whose secret the browser keeps behind a `#`. A script puts it into the form;
 * without script the reader does.
 */
export function ShareOpen({ trouble }: { trouble: string | null }) {
  return (
    <ShareShell title="Open a private link" referrer="same-origin">
      <main>
        <h1>Open a private link</h1>
        <p>
          This link’s secret comes after the # in its address, so it appears in no log and no
          preview. Your browser doesn’t send it to anyone on its own.
        </p>
        {trouble && (
          <p role="alert" id="trouble">
            <strong>{trouble}</strong>
          </p>
        )}
        <form method="post" action="/s">
          <p>
            <label htmlFor="code">The address you were given</label>
          </p>
          <p>
            <input
              dir="auto"
              id="code"
              name="code"
              required
              maxLength={500}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              aria-describedby={trouble ? 'hint trouble' : 'hint'}
              aria-invalid={trouble ? true : undefined}
            />
          </p>
          <p className="quiet" id="hint">
            Paste all of it, or the part after the #.
          </p>
          <p>
            <button type="submit">Open the page</button>
          </p>
        </form>
        <p className="quiet">
          A cookie keeps the page open in this browser for 12 hours. It does not say who you are.
        </p>
      </main>
    </ShareShell>
  )
}
