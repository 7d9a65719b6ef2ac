import { dateInWords } from '@/lib/dates/words'
import type { Differences } from '@/lib/shares/differences'
import type { SharedEntry } from '@/lib/shares/record'

const MOST = 100

/** What is different in a record now, as its readers may know it; `address` is the link's page. */
export function SharedDifferences({
  differences: { added, changed, gone, besides },
  address,
}: {
  differences: Differences
  address: string
}) {
  if (added.length + changed.length + gone + besides.length === 0)
    return <p>No change was found in the entries, the demands and the text shown here.</p>
  return (
    <>
      {besides.length > 0 && (
        <ul>
          {besides.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      )}
      {added.length > 0 && (
        <>
          <h3>Added: {added.length}</h3>
          <ul>
            {added.slice(0, MOST).map((entry) => (
              <li key={entry.id}>
                <EntryLink entry={entry} address={address} />
              </li>
            ))}
          </ul>
          <More count={added.length - MOST} />
        </>
      )}
      {changed.length > 0 && (
        <>
          <h3>Corrected: {changed.length}</h3>
          <ul>
            {changed.slice(0, MOST).map(({ entry, fields }) => (
              <li key={entry.id}>
                <EntryLink entry={entry} address={address} />: {fields.join(', ')}
              </li>
            ))}
          </ul>
          <More count={changed.length - MOST} />
        </>
      )}
      {gone > 0 && <p>{gone === 1 ? '1 entry was' : `${gone} entries were`} taken out.</p>}
    </>
  )
}

/** An entry's title with its day, as a link behind `address`. */
export function EntryLink({ entry, address }: { entry: SharedEntry; address: string }) {
  return (
    <>
      <a href={`${address}/e/${entry.id}`}>
        <bdi>{entry.title || entry.sentence}</bdi>
      </a>{' '}
      ({dateInWords(entry.edtf)})
    </>
  )
}

function More({ count }: { count: number }) {
  if (count <= 0) return null
  return <p className="quiet">And {count} more.</p>
}
