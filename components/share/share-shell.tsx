import type { ReactNode } from 'react'
import { cardSize } from './card-frame'

/** Another form of the same record, for programs that look for one. */
export type Alternate = { href: string; type: string; title: string }

/** How a page is framed, where sites may frame it, as they look for that. */
export function framed(oembed: string | null): Alternate[] {
  if (oembed === null) return []
  return [{ href: oembed, type: 'application/json+oembed', title: 'How to frame this page' }]
}

/** A preview of a page: its address, what it says in a sentence, and its picture's address. */
export type CardTerms = { url: string; description: string; image: string }

/** The picture of every page that may show none of its own, as a file of ours. */
export const GENERIC_CARD = '/card.png'

/**
 * The whole document of a shared page: no script, nothing from elsewhere. It is turned to text
 * once and served as such, so nothing in here may hold state. The preview card that chat programs
 * make of it says no more than that there is a record, unless the link allows more.
 */
export function ShareShell({
  title,
  referrer = 'no-referrer',
  indexed = false,
  card = null,
  apart = false,
  alternates = [],
  styles = [],
  children,
}: {
  title: string
  referrer?: 'no-referrer' | 'same-origin'
  indexed?: boolean
  /** What chat programs and social media may show of the page; nothing of it without. */
  card?: CardTerms | null
  /** Whether its links open beside it, since it stands in somebody else's page. */
  apart?: boolean
  alternates?: Alternate[]
  /** Style sheets of ours beside those of every page. */
  styles?: string[]
  children: ReactNode
}) {
  return (
    // It stands at the head of each sheet of paper, where browsers can read it from here.
    <html lang="en" data-title={title}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {!indexed && <meta name="robots" content="noindex, nofollow" />}
        <meta name="referrer" content={referrer} />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta property="og:title" content={indexed || card ? title : 'A campaign record'} />
        <meta
          property="og:description"
          content={card?.description || 'Read-only, with its sources.'}
        />
        <meta property="og:image" content={card?.image ?? GENERIC_CARD} />
        <meta property="og:image:width" content={String(cardSize.width)} />
        <meta property="og:image:height" content={String(cardSize.height)} />
        <meta
          property="og:image:alt"
          content={card ? `${title}. ${card.description}` : 'A campaign record'}
        />
        <meta name="twitter:card" content="summary_large_image" />
        {card && (
          <>
            <meta property="og:type" content="article" />
            <meta property="og:url" content={card.url} />
          </>
        )}
        <title>{title}</title>
        {apart && <base target="_blank" />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/share.css" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {alternates.map((alternate) => (
          <link key={alternate.href} rel="alternate" {...alternate} />
        ))}
      </head>
      <body className="share">{children}</body>
    </html>
  )
}
