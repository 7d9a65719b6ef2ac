import { Fragment } from 'react'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedDemand, SharedHead } from '@/lib/shares/record'
import { stateOf } from '@/lib/shares/state'
import { noFilter } from '@/lib/timeline/filters'
import { PublisherMark } from './publisher-mark'
import { RecordDrawing } from './record-drawing'
import { ShareShell } from './share-shell'

const ASKED = { order: 'newest', filter: noFilter } as const

type StateProps = {
  demands: SharedDemand[]
  /** How many entries there are; 0 where they are not told of. */
  count: number
  /** Today in the campaign's zone, ISO. */
  asOf: string
  /** What stands before the anchors: the path of the record's page, or nothing on that page. */
  address?: string
}

/** How things stand, in one sentence whose numbers open what they count. */
export function State({ demands, count, asOf, address = '' }: StateProps) {
  const [all, ...parts] = stateOf(demands, asOf)
  if (!all && count === 0) return null
  return (
    <p className="state">
      {all && <a href={address + all.href}>{all.lead}</a>}
      {parts.map(({ lead, names, more, href }, index) => (
        <Fragment key={lead}>
          {index === 0 ? ': ' : '; '}
          <a href={address + href}>
            {lead}
            {names.map((name, at) => (
              <Fragment key={name}>
                {at > 0 && ' and '}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
            {more}
          </a>
        </Fragment>
      ))}
      {all && count > 0 && '. '}
      {count > 0 && <a href={`${address}#timeline`}>{entriesInWords(count)}</a>}.
    </p>
  )
}

/** How a record stands, as a page by itself: for a frame on somebody else's. Its links open beside it. */
export function SharedStatePage({
  campaign,
  publisher,
  drawing,
  updatedAt,
  address,
  indexed,
  ...state
}: Omit<StateProps, 'asOf'> & {
  campaign: SharedHead
  publisher: SharedPublisher | null
  drawing: SharedDrawing | null
  /** An ISO timestamp. */
  updatedAt: string
  /** The path of the record's page. */
  address: string
  indexed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  return (
    <ShareShell title={campaign.title} indexed={indexed} apart>
      <main>
        <p className="quiet">
          <PublisherMark publisher={publisher} at={address} />
          Campaign record
          {publisher?.name && (
            <>
              {' · published by '}
              <bdi>{publisher.name}</bdi>
            </>
          )}
        </p>
        <h1>
          <a href={address}>
            <bdi>{campaign.title}</bdi>
          </a>
        </h1>
        <State {...state} address={address} asOf={todayIn(campaign.timeZone)} />
        {drawing && <RecordDrawing {...{ drawing, address, page: address, asked: ASKED }} />}
        <p className="quiet">
          Updated <time dateTime={day}>{dateInWords(day)}</time> ·{' '}
          <a href={address}>Read the record, with its sources</a>
        </p>
      </main>
    </ShareShell>
  )
}

function entriesInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`
}
