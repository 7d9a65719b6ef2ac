import { Story } from '@/components/timeline/story'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { CampaignHead, DemandDto, EntryPage } from '@/lib/record'
import { SharedDemands } from './shared-demands'
import { ShareShell } from './share-shell'
import { TimelineOrder, TimelinePages, type Order } from './timeline-links'

/** A campaign as one link shows it. `updatedAt` is an ISO timestamp; `first` is the first page. */
export function SharedCampaign({
  campaign,
  demands,
  page,
  updatedAt,
  order,
  first,
}: {
  campaign: CampaignHead
  demands: DemandDto[]
  page: EntryPage
  updatedAt: string
  order: Order
  first: boolean
}) {
  return (
    <ShareShell title={campaign.title}>
      <a className="skip" href="#timeline">
        Skip to the timeline
      </a>
      <Head campaign={campaign} updatedAt={updatedAt} />
      <main>
        {first && <SharedDemands demands={demands} />}
        <section id="timeline" aria-label="Timeline">
          <TimelineOrder order={order} />
          {page.entries.length === 0 && <p>Nothing is published here yet.</p>}
          <Story entries={page.entries} />
          <TimelinePages order={order} first={first} next={page.next} />
        </section>
      </main>
      <footer>
        <p>
          Nobody is tracked here: this page has no script, sets no cookie, and keeps no note of who
          reads it.
        </p>
        <p>
          Dates are as exact as the sources allow. Where sources differ, all of them are shown. What
          somebody said is told as theirs.
        </p>
        <p>Kept with Throughline.</p>
      </footer>
    </ShareShell>
  )
}

function Head({ campaign, updatedAt }: { campaign: CampaignHead; updatedAt: string }) {
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  return (
    <header>
      <p className="quiet">Campaign record</p>
      <h1>
        <bdi>{campaign.title}</bdi>
      </h1>
      {campaign.summary && (
        <p className="lead" dir="auto">
          {campaign.summary}
        </p>
      )}
      <p className="quiet">
        Updated <time dateTime={day}>{dateInWords(day)}</time>
      </p>
    </header>
  )
}
