import type { ReactNode } from 'react'

/**
 * The whole document of a shared page: no script, nothing from elsewhere. It is turned to text
 * once and served as such, so nothing in here may hold state.
 */
export function ShareShell({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/share.css" />
        <link rel="stylesheet" href="/record.css" />
      </head>
      <body>{children}</body>
    </html>
  )
}
