import { LaneMark } from '@/components/ui/lane-mark'
import { laneLabels } from '@/lib/kinds/index'
import type { Counts } from '@/lib/timeline/counts'
import { filterLanes } from '@/lib/timeline/filters'
import { railBins, railScale } from '@/lib/timeline/rail'
import { RailDrawing } from './rail-drawing'
import { YearTable } from './year-table'

type ComparedSide = {
  label: string
  counts: Counts
  href: string
  hrefAt: (point: string) => string
}

/** Densities above each other: one scale of time and one of number, or the pictures would deceive. */
export function ComparedSides({ sides }: { sides: ComparedSide[] }) {
  const scale = railScale(sides.flatMap(({ counts }) => counts.months))
  if (!scale) return <p>Nothing to compare yet.</p>
  // Together two sides can stand higher than the fuller one: a bar is measured by that one alone.
  const most = Math.max(
    1,
    ...sides.flatMap(({ counts }) => railBins(counts.months, scale).map(({ count }) => count)),
  )
  // Both have room for the same lanes, those that either has.
  const lanes = filterLanes.filter((lane) =>
    sides.some(({ counts }) => counts.months.some((month) => month.lane === lane)),
  )
  const figures = sides.map(({ label, counts, href, hrefAt }, index) => (
    <div key={index} className="mb-8">
      <h3 className="text-lg">
        <a href={href} className="inline-flex min-h-11 items-center">
          <bdi>{label}</bdi>
        </a>
      </h3>
      <p className="text-muted mb-2 flex flex-wrap gap-x-4">
        <span>{counts.all.toLocaleString('en')} entries</span>
        {lanes.map((lane) => {
          const count = counts.months
            .filter((month) => month.lane === lane)
            .reduce((sum, month) => sum + month.count, 0)
          return (
            count > 0 && (
              <span key={lane} className="inline-flex items-center gap-1.5">
                <LaneMark lane={lane} />
                {laneLabels[lane]} {count.toLocaleString('en')}
              </span>
            )
          )
        })}
      </p>
      {[false, true].map((wide) => (
        <div key={String(wide)} className={wide ? 'max-lg:hidden' : 'lg:hidden'}>
          <RailDrawing
            scale={{ ...scale, most }}
            lanes={lanes}
            all={null}
            shown={counts.months}
            upright={false}
            wide={wide}
            newestFirst={false}
            axes
            band={null}
            hrefAt={hrefAt}
          />
        </div>
      ))}
      <YearTable months={counts.months} hrefAt={hrefAt} />
    </div>
  ))
  return (
    <>
      <p className="text-muted mb-6">
        Across: time, from the first to the last entry of either. Up: entries {binWords(scale.step)}
        ; each lane’s full height is {most.toLocaleString('en')}, on both sides.
      </p>
      {figures}
    </>
  )
}

function binWords(months: number): string {
  if (months === 1) return 'a month'
  return months < 12 ? `in ${months} months` : months === 12 ? 'a year' : `in ${months / 12} years`
}
