import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords } from '@/lib/dates/words'
import type { EntryAround } from '@/lib/shares/record'
import { relationTo } from '@/lib/shares/thread'

/** The entries that raise and answer the same demands, oldest first, with this one among them. */
export function EntryThread({
  thread,
  address,
}: Pick<EntryAround, 'thread'> & { address: string }) {
  if (thread.entries.length === 0) return null
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">Before and after, on the same demands</h2>
      <ol className="thread">
        {thread.earlier > 0 && <li className="quiet">{moreEntries(thread.earlier, 'earlier')}</li>}
        {thread.entries.map(({ id, title, edtf, lane, demands, here }, at) => (
          <li key={id} aria-current={here || undefined}>
            <LaneMark lane={lane} />
            <span>
              <span className="quiet">{relationTo(thread.entries, at)}</span>{' '}
              {here ? (
                <bdi>{title}</bdi>
              ) : (
                <a href={`${address}/e/${id}`}>
                  <bdi>{title}</bdi>
                </a>
              )}
              <span className="quiet">
                {' '}
                {dateInWords(edtf)} · {demands.length === 1 ? 'demand' : 'demands'}{' '}
                {demands.join(', ')}
              </span>
            </span>
          </li>
        ))}
        {thread.later > 0 && <li className="quiet">{moreEntries(thread.later, 'later')}</li>}
      </ol>
    </section>
  )
}

function moreEntries(count: number, which: 'earlier' | 'later'): string {
  return `${count.toLocaleString('en')} ${which} ${count === 1 ? 'entry' : 'entries'} on these demands ${count === 1 ? 'is' : 'are'} on the page of the record.`
}

/** The ways to the entries before and after this one. */
export function EntryWays({
  before,
  after,
  address,
}: Pick<EntryAround, 'before' | 'after'> & { address: string }) {
  if (!before && !after) return null
  return (
    <nav aria-label="Previous and next entry" className="ways">
      {before && (
        <a rel="prev" href={`${address}/e/${before.id}`}>
          <span>
            Before: <bdi>{before.title}</bdi>
          </span>
        </a>
      )}
      {after && (
        <a rel="next" href={`${address}/e/${after.id}`}>
          <span>
            After: <bdi>{after.title}</bdi>
          </span>
        </a>
      )}
    </nav>
  )
}
