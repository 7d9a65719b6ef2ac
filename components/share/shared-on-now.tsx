import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords } from '@/lib/dates/words'
import type { SharedOnNow } from '@/lib/shares/record'

/**
 * What goes on at the moment that a page tells of; nothing where nothing does.
 *
 * @param hrefOf where an entry is read by itself, if it can be.
 */
export function SharedOnNowList({
  entries,
  more,
  heading,
  hrefOf,
}: SharedOnNow & { heading: string; hrefOf?: (id: string) => string }) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="on-now">
      <h2 id="on-now">{heading}</h2>
      <ul className="thread">
        {entries.map(({ id, title, edtf, lane }) => (
          <li key={id}>
            <LaneMark lane={lane} />
            <span>
              {hrefOf ? (
                <a href={hrefOf(id)}>
                  <bdi>{title}</bdi>
                </a>
              ) : (
                <bdi>{title}</bdi>
              )}
              <span className="quiet"> {dateInWords(edtf)}</span>
            </span>
          </li>
        ))}
        {more > 0 && <li className="quiet">And {more.toLocaleString('en')} more.</li>}
      </ul>
    </section>
  )
}
