import { MapDrawing } from '@/components/timeline/map/map-drawing'
import { LaneMark } from '@/components/ui/lane-mark'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedMap } from '@/lib/shares/map'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedHead } from '@/lib/shares/record'
import type { MapMark } from '@/lib/timeline/map/marks'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { ShareShell } from './share-shell'

const UNNAMED = 'Unnamed place'

/** Where the entries of a record were, as one link shows them; `address` is that of the link's page. */
export function SharedMapPage({
  campaign,
  map,
  updatedAt,
  address,
  indexed,
  publisher,
  closed,
}: {
  campaign: SharedHead
  map: SharedMap
  /** An ISO timestamp. */
  updatedAt: string
  address: string
  indexed: boolean
  publisher: SharedPublisher | null
  closed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  const listed = new Set(map.places.map(({ id }) => id))
  const hrefOf = ({ id, count }: MapMark) =>
    count === 1 ? `${address}/e/${id}` : listed.has(id) ? `#at-${id}` : '#places'
  return (
    <ShareShell title={`Map · ${campaign.title}`} indexed={indexed} styles={['/share-map.css']}>
      <a className="skip" href="#places">
        Skip to the places
      </a>
      <ShareHeader {...{ campaign, publisher, address }} />
      <main>
        <p className="quiet">
          {map.cut ? 'The newest ' : ''}
          {entriesInWords(map.count)} whose place this link shows
          {map.rounded ? ', some by their town alone' : ''}. Updated{' '}
          <time dateTime={day}>{dateInWords(day)}</time>
        </p>
        <figure className="drawing map">
          <MapDrawing {...map.desk} className="drawing-desk" hrefOf={hrefOf} />
          <MapDrawing {...map.phone} className="drawing-phone" hrefOf={hrefOf} />
        </figure>
        <section aria-labelledby="places">
          <h2 id="places">Places</h2>
          {map.places.map(({ id, place, around, count, entries }) => (
            <div key={id} id={`at-${id}`}>
              <h3>
                {around && 'Around '}
                <bdi>{place || UNNAMED}</bdi>
              </h3>
              <ul className="thread">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <LaneMark lane={entry.lane} />
                    <span>
                      <a href={`${address}/e/${entry.id}`}>
                        <bdi>{entry.title}</bdi>
                      </a>
                      <span className="quiet">
                        {' '}
                        {dateInWords(entry.edtf)}
                        {around && entry.place !== '' && (
                          <>
                            , <bdi>{entry.place}</bdi>
                          </>
                        )}
                      </span>
                    </span>
                  </li>
                ))}
                {count > entries.length && (
                  <li className="quiet">
                    and {(count - entries.length).toLocaleString('en')} earlier
                  </li>
                )}
              </ul>
            </div>
          ))}
          {map.left > 0 && (
            <p>{map.left.toLocaleString('en')} places with fewer entries are on the map alone.</p>
          )}
        </section>
      </main>
      <ShareFoot {...{ publisher, closed }} />
    </ShareShell>
  )
}

function entriesInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`
}
