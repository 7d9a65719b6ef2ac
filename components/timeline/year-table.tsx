import { laneLabels } from '@/lib/kinds/index'
import type { MonthCount } from '@/lib/timeline/counts'
import { filterLanes } from '@/lib/timeline/filters'
import { yearTable } from '@/lib/timeline/rail'

/** The rail's numbers as a table, by year and lane. */
export function YearTable({
  months,
  hrefAt,
}: {
  months: MonthCount[]
  hrefAt?: (point: string) => string
}) {
  return (
    <details className="mt-1">
      <summary className="text-muted min-h-11 py-3 text-sm">As a table</summary>
      <div
        className="overflow-x-auto"
        tabIndex={0}
        role="region"
        aria-label="Entries by year and lane"
      >
        <table className="text-sm">
          <thead>
            <tr>
              <th scope="col" className="pr-3 text-left">
                Year
              </th>
              {filterLanes.map((lane) => (
                <th key={lane} scope="col" className="pr-3 text-right font-normal">
                  {laneLabels[lane]}
                </th>
              ))}
              <th scope="col" className="text-right">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {yearTable(months).map(({ year, lanes, all }) => (
              <tr key={year}>
                <th scope="row" className="pr-3 text-left">
                  {hrefAt ? <a href={hrefAt(year)}>{year}</a> : year}
                </th>
                {filterLanes.map((lane) => (
                  <td key={lane} className="pr-3 text-right">
                    {lanes[lane]}
                  </td>
                ))}
                <td className="text-right font-semibold">{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
