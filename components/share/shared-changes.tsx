import { dateInWords } from '@/lib/dates/words'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { Shown } from '@/lib/people/shown'
import { standingLabels, type Standing } from '@/lib/schemas/words'
import type { SharedEntry, SharedHead } from '@/lib/shares/record'
import { demandAnchor } from '@/lib/shares/state'
import { EntryLink } from './shared-differences'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { ShareShell } from './share-shell'

type Change = { day: string } & (
  | { what: 'campaign' }
  | { what: 'wording'; number: number }
  | { what: 'status' | 'dispute'; number: number; name: Shown; standing: Standing }
)

type Props = {
  changes: {
    campaign: SharedHead
    since: string
    added: SharedEntry[]
    corrected: { entry: SharedEntry; fields: string[]; day: string }[]
    gone: number
    tellsGone: boolean
    besides: Change[]
    cut: boolean
  }
  address: string
  indexed: boolean
  publisher: SharedPublisher | null
  closed: boolean
}

/** What changed in what a link shows since a day; `address` is that of the link's page. */
export function SharedChanges({ changes, address, indexed, publisher, closed }: Props) {
  const { campaign, since, added, corrected, gone, tellsGone, besides, cut } = changes
  const nothing = added.length + corrected.length + gone + besides.length === 0
  return (
    <ShareShell title={`What changed · ${campaign.title}`} indexed={indexed}>
      <ShareHeader {...{ campaign, publisher, address }} />
      <main>
        <h2>What changed since {dateInWords(since)}</h2>
        <form action={`${address}/changes`}>
          <p>
            <label htmlFor="since">Since the day</label>{' '}
            <input id="since" name="since" type="date" defaultValue={since} required />{' '}
            <button type="submit">Show</button>
          </p>
        </form>
        {nothing && (
          <p>
            No change since then was found in the entries, in the wording and status of demands, or
            in the title and description.
          </p>
        )}
        {besides.length > 0 && (
          <section aria-labelledby="besides">
            <h3 id="besides">Demands and description</h3>
            <ul>
              {besides.map((change) => (
                <li key={JSON.stringify(change)}>
                  <Besides {...{ change, address }} />, on{' '}
                  <time dateTime={change.day}>{dateInWords(change.day)}</time>
                </li>
              ))}
            </ul>
          </section>
        )}
        {corrected.length > 0 && (
          <section aria-labelledby="corrected">
            <h3 id="corrected">Corrections: {corrected.length}</h3>
            <ul>
              {corrected.map(({ entry, fields, day }) => (
                <li key={entry.id}>
                  <EntryLink entry={entry} address={address} />: {fields.join(', ')}, on{' '}
                  <time dateTime={day}>{dateInWords(day)}</time>
                </li>
              ))}
            </ul>
          </section>
        )}
        {added.length > 0 && (
          <section aria-labelledby="added">
            <h3 id="added">Added: {added.length}</h3>
            <ul>
              {added.map((entry) => (
                <li key={entry.id}>
                  <EntryLink entry={entry} address={address} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {gone > 0 && <p>{gone === 1 ? '1 entry was' : `${gone} entries were`} taken out.</p>}
        {!tellsGone && (
          <p className="quiet">
            This link shows a part of a record: what was taken out of it is not listed.
          </p>
        )}
        {cut && <p className="quiet">Not all changes are shown. Choose a later day.</p>}
        <p className="quiet">
          The text before a correction is not shown here: it may have named somebody.
        </p>
      </main>
      <ShareFoot {...{ publisher, closed }} />
    </ShareShell>
  )
}

function Besides({ change, address }: { change: Change; address: string }) {
  if (change.what === 'campaign') return <>The title or the description was changed</>
  const demand = <a href={`${address}#${demandAnchor(change.number)}`}>Demand {change.number}</a>
  if (!('standing' in change)) return <>{demand} was reworded</>
  const now = standingLabels[change.standing].toLowerCase()
  return (
    <>
      {demand} at <bdi>{change.name}</bdi>, now {now}:{' '}
      {change.what === 'status' ? 'its status was recorded' : 'a dispute of its status was changed'}
    </>
  )
}
