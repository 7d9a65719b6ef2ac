import { dateInWords } from '@/lib/dates/words'
import { laneLabels } from '@/lib/kinds/index'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'

/** The numbers behind the drawing, as a table that opens. */
export function DrawingTable({
  drawing: { periods, desk },
}: {
  drawing: Pick<SharedDrawing, 'periods' | 'desk'>
}) {
  const lanes = desk.rows.flatMap(({ lane }) => (lane && lane !== 'demand' ? [lane] : []))
  return (
    <details>
      <summary>Show as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Beginning in, at the earliest</th>
            {lanes.map((lane) => (
              <th key={lane} scope="col">
                {laneLabels[lane]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, counts }) => (
            <tr key={period}>
              <th scope="row">{dateInWords(period)}</th>
              {lanes.map((lane) => (
                <td key={lane}>{(counts[lane] ?? 0).toLocaleString('en')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
