import type { MonthCount } from '@/lib/timeline/counts'
import { axisTicks } from '@/lib/timeline/lanes/axis'
import { dayOfMonthStart, type Span } from '@/lib/timeline/lanes/levels'
import { lanesHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import { railBins, railScale } from '@/lib/timeline/rail'

/** The whole campaign to scale, with the window as a band: where one is, and the way to each year. */
export function LanesOverview({
  months,
  whole,
  window,
  place,
}: {
  months: MonthCount[]
  /** With its air, as the lanes show it. */
  whole: Span
  window: Span
  place: LanesPlace
}) {
  const scale = railScale(months)
  if (!scale) return null
  const share = (time: number) =>
    Math.min(Math.max((time - whole.from) / (whole.to - whole.from), 0), 1) * 100
  const counts = new Map<number, number>()
  for (const { start, lane, count } of railBins(months, scale))
    // An entry that raises a demand stands in its own lane too.
    if (lane !== 'demand') counts.set(start, (counts.get(start) ?? 0) + count)
  const most = Math.max(1, ...counts.values())
  const day = (month: number) => dayOfMonthStart(Math.floor(month / 12), (month % 12) + 1)
  const path = [...counts]
    .map(([start, count]) => {
      const [a, b] = [share(day(start)), share(day(start + scale.step))]
      const height = Math.max((count / most) * 30, 1)
      return `M${a.toFixed(2)} ${(32 - height).toFixed(1)}H${b.toFixed(2)}V32H${a.toFixed(2)}z`
    })
    .join('')
  const ticks = axisTicks(whole, 360 / (whole.to - whole.from)).filter(({ label }) =>
    /^\d{4}$/.test(label),
  )
  return (
    <nav aria-label="The whole campaign" className="lanes-overview chrome">
      <svg
        viewBox="0 0 100 32"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="fill-muted absolute inset-x-0 top-0 h-8 w-full opacity-60"
      >
        <path d={path} />
      </svg>
      <div
        className="lanes-band"
        style={{ left: `${share(window.from)}%`, right: `${100 - share(window.to)}%` }}
      />
      {ticks.map(({ at, label }, index) => {
        const next = ticks[index + 1]?.at ?? whole.to
        return (
          <a
            key={label}
            href={lanesHref(place, { from: at, to: Math.max(next, at + 365) })}
            data-lanes-to="year"
            aria-label={`Go to ${label}`}
            className="text-muted hover:bg-ink/5 absolute inset-y-0 overflow-hidden text-xs no-underline"
            style={{ left: `${share(at)}%`, right: `${100 - share(next)}%` }}
          >
            <span className="border-hairline absolute inset-x-0 top-8 border-l pl-1 text-[0.6875rem] leading-4 tabular-nums">
              {label}
            </span>
          </a>
        )
      })}
    </nav>
  )
}
