import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedHead } from '@/lib/shares/record'
import { PublisherMark } from './publisher-mark'

/** The head of a page of a record; `address` leads back to the link's own page, unless this is it. */
export function ShareHeader({
  campaign,
  publisher,
  address,
  alone = false,
}: {
  campaign: Pick<SharedHead, 'title'>
  publisher: SharedPublisher | null
  address: string
  /** Whether the link shows one entry, on its own page. */
  alone?: boolean
}) {
  return (
    <header>
      <p className="quiet">
        <PublisherMark publisher={publisher} at={address} />
        {alone ? 'One entry of a campaign record' : 'From a campaign record'}
      </p>
      <h1>
        {alone ? (
          <bdi>{campaign.title}</bdi>
        ) : (
          <a href={address}>
            <bdi>{campaign.title}</bdi>
          </a>
        )}
      </h1>
    </header>
  )
}
