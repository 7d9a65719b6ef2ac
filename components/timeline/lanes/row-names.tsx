import { LaneMark } from '@/components/ui/lane-mark'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import type { SheetRow } from '@/lib/timeline/lanes/sheet'

/** The names of the rows with their number of entries, or how a demand stands. */
export function RowNames({ rows, place }: { rows: SheetRow[]; place: LanesPlace }) {
  return (
    <div className="lanes-names">
      {rows.map(({ key, lane, label, total, line, tracks }) => (
        <div
          key={`${lane} ${key}`}
          className={line ? 'lanes-name lanes-asked' : 'lanes-name'}
          style={{ '--tracks': tracks } as React.CSSProperties}
          title={label}
        >
          <span>
            {(lane ?? (place.by === 'demand' && key !== '' ? 'demand' : null)) && (
              <LaneMark lane={lane ?? 'demand'} className="size-3" />
            )}
            <bdi>{label}</bdi>
            <small className="tabular-nums">{line?.note ?? total.toLocaleString('en')}</small>
          </span>
        </div>
      ))}
    </div>
  )
}
