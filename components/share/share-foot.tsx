import type { ReactNode } from 'react'
import type { SharedPublisher } from '@/lib/shares/publisher'
import { SharePublisher } from './share-publisher'

/** What every shared page says of itself to its reader; `closed` where a cookie keeps it open. */
export function ShareFoot({
  publisher,
  closed = false,
  children,
}: {
  publisher: SharedPublisher | null
  closed?: boolean
  /** What else stands at the end on paper. */
  children?: ReactNode
}) {
  return (
    <footer>
      <SharePublisher publisher={publisher} />
      <p>
        Nobody is tracked here: this page has no script,{' '}
        {closed ? 'sets no cookie but the one that keeps it open,' : 'sets no cookie,'} and keeps no
        record of who reads it. Views are counted by the day, and nothing else is.{' '}
        <a href="/for-readers">More for readers</a>
      </p>
      <p>
        Dates are as exact as the sources allow. Where sources differ, each is shown if this link
        includes what it says. Quotes, where this link shows any, are in the speakers’ own words.
      </p>
      <p>Made with Throughline.</p>
      {children}
    </footer>
  )
}

/**
 * What a sheet of paper says of the page that it was printed from, which goes on: its address, null
 * where that opens for nobody else, when what it shows was changed last (an ISO timestamp), and
 * the link's latest edition. It has no hash of its own: that would be of a page that is no more.
 */
export function PrintedFrom({
  url,
  updatedAt,
  edition = null,
}: {
  url: string | null
  updatedAt: string
  edition?: number | null
}) {
  return (
    <p className="printed address">
      Last changed {momentInWords(updatedAt)}
      {url !== null && `. As it is now, with its corrections: ${url}`}
      {edition !== null &&
        (url === null
          ? `. Frozen, with a SHA-256 to check it by: edition ${edition}`
          : `. Frozen, with a SHA-256 to check it by: ${url}/editions/${edition}`)}
    </p>
  )
}

function momentInWords(moment: string): string {
  return `${moment.slice(0, 10)}, ${moment.slice(11, 16)} UTC`
}
