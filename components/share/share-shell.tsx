import type { ReactNode } from 'react'

/** Another form of the same record, for programs that look for one. */
export type Alternate = { href: string; type: string; title: string }

/**
 * The whole document of a shared page: no script, nothing from elsewhere. It is turned to text
 * once and served as such, so nothing in here may hold state. The preview card that chat programs
 * make of it says no more than that there is a record, unless the link is for everybody.
 */
export function ShareShell({
  title,
  referrer = 'no-referrer',
  indexed = false,
  alternates = [],
  styles = [],
  children,
}: {
  title: string
  referrer?: 'no-referrer' | 'same-origin'
  indexed?: boolean
  alternates?: Alternate[]
  /** Style sheets of ours beside those of every page. */
  styles?: string[]
  children: ReactNode
}) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {!indexed && <meta name="robots" content="noindex, nofollow" />}
        <meta name="referrer" content={referrer} />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta property="og:title" content={indexed ? title : 'A campaign record'} />
        <meta property="og:description" content="Read-only, with the sources of what it says." />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/share.css" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {alternates.map((alternate) => (
          <link key={alternate.href} rel="alternate" {...alternate} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}
