import { DisputeLines } from '@/components/entry/answer-lines'
import { LaneMark } from '@/components/ui/lane-mark'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { laneLabels } from '@/lib/kinds/index'
import { entryTelling, kitNotes, whoIsIn } from '@/lib/press-kit/contents'
import { kitLoss, lossInWords } from '@/lib/press-kit/losses'
import { standingLabels } from '@/lib/schemas/words'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedDemand, SharedEntry, SharedHead } from '@/lib/shares/record'
import type { Footnotes } from '@/lib/timeline/footnotes'
import { NoteNumbers, PressNotes, PressQuotes } from './press-kit-words'
import { PublisherMark } from './publisher-mark'
import { SharePublisher } from './share-publisher'
import './press-kit.css'

type PressKitProps = {
  campaign: SharedHead
  publisher: SharedPublisher | null
  demands: SharedDemand[]
  entries: SharedEntry[]
  /** How many entries there are, of which these are the first. */
  count: number
  /** Where the press can read on; null where no link is open to them. */
  address: string | null
  now: Date
}

/**
 * A campaign on paper, for a newsroom: what it is about, who is in it, how the demands stand, what
 * happened and what was said, with every source numbered. It holds what a link of the same lens shows.
 */
export function PressKit(props: PressKitProps) {
  const { campaign, publisher, demands, entries, count, address, now } = props
  const notes = kitNotes(entries)
  // Their pictures go with the folder.
  const lost = lossInWords(kitLoss(props, 'photos'))
  const day = dateInWords(todayIn(campaign.timeZone, now))
  return (
    <article className="press-kit">
      {publisher?.mark && (
        <p className="press-mark">
          <PublisherMark publisher={publisher} at="/api" />
        </p>
      )}
      <h2 className="press-title">
        <bdi>{campaign.title}</bdi>
      </h2>
      {campaign.summary && (
        <p dir="auto" className="press-summary">
          {campaign.summary}
        </p>
      )}
      <Who entries={entries} />
      <Standings demands={demands} />
      <Timeline {...{ entries, notes, count }} />
      <PressQuotes {...{ entries, notes }} />
      <PressNotes notes={notes} />
      <footer className="press-foot">
        <SharePublisher publisher={publisher} />
        <p>
          From the campaign’s own record, as it stood on {day}
          {address && (
            <>
              . Read on, and check what changed since, at{' '}
              <span className="press-address">{address}</span>
            </>
          )}
          .
        </p>
        {lost && <p>{lost}</p>}
      </footer>
    </article>
  )
}

function Who({ entries }: { entries: SharedEntry[] }) {
  const parts = whoIsIn(entries)
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="press-who">
      <h3 id="press-who">Who</h3>
      <dl className="press-who">
        {parts.map(({ label, names }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {names.map((name, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Standings({ demands }: { demands: SharedDemand[] }) {
  if (demands.length === 0) return null
  return (
    <section aria-labelledby="press-demands">
      <h3 id="press-demands">Demands and their status</h3>
      <ol className="press-demands">
        {demands.map(({ id, number, wording, targets }) => (
          <li key={id} value={number}>
            <bdi>{wording}</bdi>
            {targets.length > 0 && (
              <ul>
                {targets.map(({ id: target, name, standing, since, disputes }) => (
                  <li key={target}>
                    <bdi>{name}</bdi>
                    {standing && (
                      <>
                        : <strong>{standingLabels[standing].toLowerCase()}</strong>
                        {since && ` (${dateInWords(since, { weekday: false })})`}
                      </>
                    )}
                    <DisputeLines disputes={disputes} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Timeline({
  entries,
  notes,
  count,
}: Pick<PressKitProps, 'entries' | 'count'> & { notes: Footnotes }) {
  return (
    <section aria-labelledby="press-timeline">
      <h3 id="press-timeline">What happened</h3>
      {entries.length === 0 && <p>Nothing to show.</p>}
      {count > entries.length && (
        <p>
          The first {entries.length} of {count.toLocaleString('en')} entries.
        </p>
      )}
      <ol className="press-timeline">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="press-date">
              <LaneMark lane={entry.lane} />
              <span className="sr-only">{laneLabels[entry.lane]}: </span>
              {dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })}
              {entry.place && (
                <>
                  {' · '}
                  <bdi>{entry.place}</bdi>
                </>
              )}
            </p>
            <h4 dir="auto">{entry.title}</h4>
            {entryTelling(entry).map((text, index) => (
              <p key={index} dir="auto" className="press-telling">
                {text}
              </p>
            ))}
            <NoteNumbers numbers={notes.of(entry)} />
          </li>
        ))}
      </ol>
    </section>
  )
}
