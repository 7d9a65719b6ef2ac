import type { ReactNode } from 'react'
import type { SharedPublisher } from '@/lib/shares/publisher'
import { SharePublisher } from './share-publisher'

/**
 * What every shared page says of itself to its reader; `closed` where a cookie keeps it open. On
 * paper also where it stands: `url` is null where that opens for nobody else.
 */
export function ShareFoot({
  publisher,
  closed = false,
  url = null,
  children,
}: {
  publisher: SharedPublisher | null
  closed?: boolean
  url?: string | null
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
        Dates are as exact as the sources allow. Where sources differ, all of them are shown. What
        people said is quoted in their own words.
      </p>
      <p>Made with Throughline.</p>
      {url !== null && (
        <p className="printed address">The record as it is now, with its corrections: {url}</p>
      )}
      {children}
    </footer>
  )
}
