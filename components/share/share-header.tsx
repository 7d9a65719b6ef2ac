import type { SharedHead } from '@/lib/shares/record'

/** The head of a page behind a link's own page; `address` leads back there. */
export function ShareHeader({
  campaign,
  address,
}: {
  campaign: Pick<SharedHead, 'title'>
  address: string
}) {
  return (
    <header>
      <p className="quiet">From a campaign record</p>
      <h1>
        <a href={address}>
          <bdi>{campaign.title}</bdi>
        </a>
      </h1>
    </header>
  )
}
