import { Fragment } from 'react'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedDemand, SharedHead, SharedRequests } from '@/lib/shares/record'
import { requestsPart, stateOf } from '@/lib/shares/state'
import { noFilter } from '@/lib/timeline/filters'
import { PublisherMark } from './publisher-mark'
import { RecordDrawing } from './record-drawing'
import { ShareShell } from './share-shell'

const ASKED = { order: 'newest', filter: noFilter } as const

type StateProps = {
  demands: SharedDemand[]
  /** How many entries there are; 0 where they are not told of. */
  count: number
  requests: SharedRequests | null
  /** Today in the campaign's zone, ISO. */
  asOf: string
  /** What stands before the anchors: the path of the record's page, or nothing on that page. */
  address?: string
  /** Whether that page is of one entry, which has no list of demands and no timeline. */
  isOne?: boolean
}

/** How things stand, in one sentence whose numbers open what they count. */
export function State({ demands, count, requests, asOf, address = '', isOne = false }: StateProps) {
  const at = (href: string) => (isOne ? address : address + href)
  const [all, ...parts] = stateOf(demands, asOf)
  const asked = requests && requestsPart(requests)
  if (!all && !asked && count === 0) return null
  return (
    <p className="state">
      {all && <a href={at(all.href)}>{all.lead}</a>}
      {parts.map(({ lead, names, more, href }, index) => (
        <Fragment key={`${lead} ${names.join(' ')}`}>
          {index === 0 ? ': ' : '; '}
          <a href={at(href)}>
            {lead}
            {names.map((name, nth) => (
              <Fragment key={name}>
                {nth > 0 && ' and '}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
            {more}
          </a>
        </Fragment>
      ))}
      {all && '. '}
      {asked && (
        <>
          <a href={at(asked.href)}>{asked.lead}</a>.{' '}
        </>
      )}
      {count > 0 && (
        <>
          <a href={at('#timeline')}>{entriesInWords(count)}</a>.
        </>
      )}
    </p>
  )
}

/** How a record stands, as a page by itself: for a frame on somebody else's. Its links open beside it. */
export function SharedStatePage({
  campaign,
  publisher,
  heading,
  drawing,
  updatedAt,
  address,
  indexed,
  ...state
}: Omit<StateProps, 'asOf'> & {
  campaign: SharedHead
  publisher: SharedPublisher | null
  /** What the record's page is called. */
  heading: string
  drawing: SharedDrawing | null
  /** An ISO timestamp. */
  updatedAt: string
  /** The path of the record's page. */
  address: string
  indexed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  return (
    <ShareShell title={heading} indexed={indexed} apart>
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
            <bdi>{heading}</bdi>
          </a>
        </h1>
        <State {...state} address={address} asOf={todayIn(campaign.timeZone)} />
        {drawing && <RecordDrawing {...{ drawing, address, page: address, asked: ASKED }} />}
        <p className="quiet">
          Updated <time dateTime={day}>{dateInWords(day)}</time> ·{' '}
          <a href={address}>Read the record</a>
        </p>
      </main>
    </ShareShell>
  )
}

function entriesInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`
}
