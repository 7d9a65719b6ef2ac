import type { ComponentProps } from 'react'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { lensLabels, type Lens } from '@/lib/schemas/words'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type {
  SharedDemand,
  SharedEntry,
  SharedFind,
  SharedHead,
  SharedOnNow,
} from '@/lib/shares/record'
import { noFilter } from '@/lib/timeline/filters'
import { SharedContent } from './shared-content'
import '@/public/share-content.css'
import '@/public/drawing.css'

type Props = {
  campaign: SharedHead
  demands: SharedDemand[]
  drawing: SharedDrawing | null
  find: SharedFind | null
  onNow: SharedOnNow
  page: { entries: SharedEntry[]; next: string | null }
  /** How many entries the link shows on all its pages. */
  count: number
  scope: ComponentProps<typeof SharedContent>['scope']
}

/** A record as readers of a link see it, for the member who looks before they read. */
export function SharePreview(props: Props) {
  const { campaign, page, count } = props
  const { entries } = page
  return (
    <Section title="As this link’s readers see it">
      <p className="text-muted mb-6">
        {count === 1 ? '1 entry' : `${count} entries`}
        {count > entries.length && entries.length > 0 && `, the latest ${entries.length} below`}.
      </p>
      <div className="border-hairline border p-4 sm:p-6">
        <p className="font-serif text-xl">
          <bdi>{campaign.title}</bdi>
        </p>
        {campaign.summary && (
          <p dir="auto" className="max-w-prose">
            {campaign.summary}
          </p>
        )}
        <div data-preview="" className="share">
          <SharedContent
            {...props}
            {...{ order: 'newest', filter: noFilter, first: true, address: null }}
            asOf={todayIn(campaign.timeZone)}
          />
        </div>
      </div>
    </Section>
  )
}

/** Warns of what a link shows more than its lens does by itself; nothing where it shows no more. */
export function MoreThanLens({ lens, more }: { lens: Lens; more: string[] }) {
  if (more.length === 0) return null
  return (
    <Notice tone="warning" title={`More than a ${lensLabels[lens].toLowerCase()} link shows`}>
      <p>It also shows: {more.join(', ')}.</p>
    </Notice>
  )
}
