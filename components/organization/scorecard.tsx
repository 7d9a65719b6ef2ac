import Link from 'next/link'
import { measuresOf, type Measure } from '@/lib/organizations/measures'
import { factsOf, type Scorecard as Card } from '@/lib/organizations/scorecard'

/** The address that opens what a number counts; without a campaign, over all of them. */
export type OpenHref = (measure: string, campaign: string | null) => string

/** The numbers of an organization, of all campaigns together and of each; every one opens what it counts. */
export function Scorecard({ card, open }: { card: Card; open: OpenHref }) {
  const all = measuresOf(card.facts)
  return (
    <>
      <dl className="grid gap-x-12 sm:grid-cols-2 lg:grid-cols-3">
        {all.map((measure) => (
          <div key={measure.key} className="border-hairline border-b py-3">
            <dt className="text-muted">{measure.label}</dt>
            <dd>
              <Number measure={measure} href={open(measure.key, null)} large />
              {measure.note && <span className="text-muted block text-sm">{measure.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {card.campaigns.length > 1 && <ByCampaign card={card} measures={all} open={open} />}
    </>
  )
}

function ByCampaign({ card, measures, open }: { card: Card; measures: Measure[]; open: OpenHref }) {
  const rows = card.campaigns.map((campaign) => ({
    campaign,
    own: new Map(measuresOf(factsOf(card.facts, campaign.slug)).map((one) => [one.key, one])),
  }))
  return (
    <section aria-labelledby="by-campaign" className="mt-10">
      <h2 id="by-campaign" className="mb-3 text-xl">
        By campaign
      </h2>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Numbers by campaign">
        <table className="text-sm">
          <thead>
            <tr className="border-ink border-b">
              <th scope="col" className="py-2 pr-4 text-left align-bottom">
                Campaign
              </th>
              {measures.map(({ key, label }) => (
                <th
                  key={key}
                  scope="col"
                  className="min-w-24 py-2 pr-4 text-right align-bottom font-normal"
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ campaign: { slug, title }, own }) => (
              <tr key={slug} className="border-hairline border-b">
                <th scope="row" className="min-w-40 py-1 pr-4 text-left">
                  <Link href={`/campaigns/${slug}`} className="inline-flex min-h-11 items-center">
                    <bdi>{title}</bdi>
                  </Link>
                </th>
                {measures.map(({ key }) => {
                  const measure = own.get(key)
                  return (
                    <td key={key} className="py-1 pr-4 text-right whitespace-nowrap">
                      {measure ? <Number measure={measure} href={open(key, slug)} /> : '0'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

// Nothing is opened by a number that counts nothing.
function Number({ measure, href, large }: { measure: Measure; href: string; large?: boolean }) {
  const { text, label, counted } = measure
  const size = large ? 'font-serif text-xl' : ''
  if (sizeOf(counted) === 0)
    return <span className={`inline-flex min-h-11 items-center ${size}`}>{text}</span>
  return (
    <Link
      href={href}
      prefetch={false}
      className={`inline-flex min-h-11 items-center ${size}`}
      aria-label={`${label}: ${text}. Show what is counted`}
    >
      {text}
    </Link>
  )
}

function sizeOf(counted: Measure['counted']): number {
  if (counted.sort === 'cells') return counted.cells.length
  return counted.sort === 'entries' ? counted.entries.length : counted.inquiries.length
}
