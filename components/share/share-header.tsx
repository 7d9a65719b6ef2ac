import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedHead } from '@/lib/shares/record'
import { PublisherMark } from './publisher-mark'

/** The head of a page behind a link's own page; `address` leads back there. */
export function ShareHeader({
  campaign,
  publisher,
  address,
}: {
  campaign: Pick<SharedHead, 'title'>
  publisher: SharedPublisher | null
  address: string
}) {
  return (
    <header>
      <p className="quiet">
        <PublisherMark publisher={publisher} at={address} />
        From a campaign record
      </p>
      <h1>
        <a href={address}>
          <bdi>{campaign.title}</bdi>
        </a>
      </h1>
    </header>
  )
}
