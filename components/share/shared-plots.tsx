import { PlotList } from '@/components/plots/plot-figure'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { ShownOf } from '@/lib/people/shown'
import type { PlotData } from '@/lib/plots/plots'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedHead } from '@/lib/shares/record'
import { PublisherMark } from './publisher-mark'
import { ShareFoot } from './share-foot'
import { ShareShell } from './share-shell'

/**
 * The plots that a link shows. `address` is the link's path, `query` what narrows the page, without
 * a `?`; `withEntries` says whether the link has pages of entries, `closed`
 * whether a cookie keeps it open.
 */
export function SharedPlots({
  campaign,
  plots,
  updatedAt,
  address,
  query,
  withEntries,
  indexed,
  publisher,
  closed,
}: {
  campaign: SharedHead
  plots: ShownOf<PlotData>[]
  updatedAt: string
  address: string
  query: string
  withEntries: boolean
  indexed: boolean
  publisher: SharedPublisher | null
  closed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  return (
    <ShareShell title={`Plots · ${campaign.title}`} indexed={indexed} styles={['/plots.css']}>
      <a className="skip" href="#plots">
        Skip to the plots
      </a>
      <header>
        <p className="quiet">
          <PublisherMark publisher={publisher} at={address} />
          Plots of a campaign record
        </p>
        <h1>
          <a href={address}>
            <bdi>{campaign.title}</bdi>
          </a>
        </h1>
        <p className="quiet">
          Based on what this link shows, which may be less than the whole record. A demand is left
          out of standings and responses unless everything raised and answered about it is shown.
          Updated <time dateTime={day}>{dateInWords(day)}</time>
        </p>
      </header>
      <main id="plots">
        <PlotList
          shared
          plots={plots}
          links={(name) => ({
            entry: (id) => (withEntries ? `${address}/e/${id}` : null),
            demand: () => null,
            files: [{ label: 'CSV', href: `${address}/plots/${name}.csv${query && `?${query}`}` }],
          })}
        />
      </main>
      <ShareFoot {...{ publisher, closed }} />
    </ShareShell>
  )
}
