import type { LedgerCell } from '@/lib/demands/ledger'
import { daySpanInWords } from '@/lib/demands/spans'
import { sinceInWords, stretchesOf } from '@/lib/demands/stretches'
import { standingLabels } from '@/lib/schemas/words'

/** How many days a demand stood in each way at each target, as a table. */
export function StretchTable({ targets, asOf }: { targets: LedgerCell[]; asOf: string }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Days in each standing">
      <table className="w-full max-w-3xl text-left">
        <thead>
          <tr className="border-hairline border-b">
            <th scope="col" className="py-2 pr-4">
              Target
            </th>
            <th scope="col" className="py-2 pr-4">
              Standing
            </th>
            <th scope="col" className="py-2 pr-4">
              From
            </th>
            <th scope="col" className="py-2">
              Days
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.flatMap((target) =>
            stretchesOf(target, asOf).map(({ standing, since, lasts, days }, index) => (
              <tr key={`${target.id} ${index}`} className="border-hairline border-b align-top">
                <th scope="row" className="py-2 pr-4 font-normal">
                  <bdi>{target.name}</bdi>
                </th>
                <td className="py-2 pr-4 font-semibold">{standingLabels[standing]}</td>
                <td className="py-2 pr-4">{since ? sinceInWords(since) : 'Not raised yet'}</td>
                <td className="py-2">
                  {days ? `${daySpanInWords(days)}${lasts ? ' until now' : ''}` : 'Not counted'}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
