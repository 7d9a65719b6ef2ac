import type { ReactElement } from 'react'
import { ShareMessage } from '@/components/share/share-message'
import { SharedCampaign } from '@/components/share/shared-campaign'
import type { Reading, SharedCampaign as Shared } from '@/server/shares/queries'

/** The page that a link shows, as the text of an HTML document. */
export async function sharedPage(shared: Shared, { order, after }: Reading): Promise<string> {
  return document(<SharedCampaign {...shared} order={order} first={after === null} />)
}

/** The one answer to a link that is unknown, ended, or not a link. */
export async function deadLinkPage(): Promise<string> {
  return document(
    <ShareMessage
      title="There is nothing here"
      text="This link does not exist, or it has ended. Ask whoever gave it to you for a new one."
    />,
  )
}

/** The answer while the record cannot be read. */
export async function unavailablePage(): Promise<string> {
  return document(
    <ShareMessage
      title="This page cannot be shown just now"
      text="The record cannot be reached. Nothing is lost. Try again in a minute."
    />,
  )
}

async function document(page: ReactElement): Promise<string> {
  // A static import of this package is refused where pages are rendered as server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
