import { LaneMark } from '@/components/ui/lane-mark'
import { signsInWords } from '@/lib/entries/signs'
import { inView } from '@/lib/timeline/lanes/in-view'
import type { Span } from '@/lib/timeline/lanes/levels'
import { entryHref, gatheredHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { gatheredInWords } from '@/lib/timeline/lanes/words'

/** What is in view, in the order of time, as a list: for those who cannot see the lanes, and for all. */
export function ViewList({ sheet, view, place }: { sheet: Sheet; view: Span; place: LanesPlace }) {
  const items = inView(sheet, view)
  if (items.length === 0) return <p className="text-muted py-2">Nothing in this period.</p>
  return (
    <ol className="columns-[22rem] gap-x-10 text-sm">
      {items.map((item) => {
        const row = sheet.rows[item.row]
        if (!row) return null
        const lane = row.lane ?? ('entry' in item ? item.entry.lane : null)
        return (
          <li key={item.key} className="border-hairline flex gap-x-2 border-b py-0.5">
            {lane && <LaneMark lane={lane} labelled className="mt-3 size-3" />}
            <span className="min-w-0 flex-1">
              {'entry' in item ? (
                <a className="inline-block py-1.5" href={entryHref(place, item.entry.id)}>
                  <bdi>{item.entry.title}</bdi>
                </a>
              ) : (
                <a className="inline-block py-1.5" href={gatheredHref(place, item.mark, row)}>
                  {gatheredInWords(item.mark)}
                </a>
              )}{' '}
              <span className="text-muted">
                {'entry' in item && item.entry.words}
                {'entry' in item &&
                  signsInWords(item.entry.signs).map((sign) => ` · ${sign.toLowerCase()}`)}
                {place.by !== 'lane' || row.lane === 'demand' ? (
                  <>
                    {'entry' in item && ' · '}
                    <bdi>{row.label}</bdi>
                  </>
                ) : null}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
