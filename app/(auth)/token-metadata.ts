import type { Metadata } from 'next'

/** What a page says of itself whose address holds a one-time token: nobody else is to learn it. */
export function tokenMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}
