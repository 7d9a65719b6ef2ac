import 'server-only'
import type { CrowdBin, CrowdPoint, Crowds } from '@/lib/plots/crowds'
import { timelineOrder } from '../timeline/cursor'
import type { PlotScope } from './scope'

/** More actions than this are put together by stretches of time. */
const MOST_POINTS = 200
const MOST_IN_A_FILE = 10_000
const MOST_BINS = 60

type Extent = { sized: number; unknown: number; months: number }

/**
 * The crowd sizes of actions, each by itself or put together where they are many.
 *
 * @param whole each by itself, also where they are many, for a file; 10,000 at most.
 */
export async function crowdSizes(scope: PlotScope, whole: boolean): Promise<Crowds> {
  const { tx, shown } = scope
  const [extent] = await tx.$queryRaw<Extent[]>`
    select count(coalesce(crowd_low, crowd_high))::int as sized,
           count(*) filter (where coalesce(crowd_low, crowd_high) is null)::int as unknown,
           coalesce((extract(year from max(first_day)) - extract(year from min(first_day))) * 12
             + extract(month from max(first_day)) - extract(month from min(first_day)) + 1, 0)::int as months
    from entry e where ${shown} and e.lane = 'action'`
  const { sized, unknown, months } = extent ?? { sized: 0, unknown: 0, months: 0 }
  if (whole || sized + unknown <= MOST_POINTS)
    return { sized, unknown, points: await pointsOf(scope), bins: null }
  return { sized, unknown, points: null, bins: await binsOf(scope, months) }
}

async function pointsOf({ tx, shown, withhold, time }: PlotScope): Promise<CrowdPoint[]> {
  const rows = await tx.$queryRaw<CrowdPoint[]>`
    select e.id, e.title, e.edtf, e.first_day::text as day, e.crowd_low as low, e.crowd_high as high,
           e.crowd_words as words, e.crowd_counted_by as "countedBy"
    from entry e where ${shown} and e.lane = 'action'
    order by ${timelineOrder('up', time)} limit ${MOST_IN_A_FILE}`
  return rows.map((row) => ({
    ...row,
    title: withhold(row.title),
    words: withhold(row.words),
    countedBy: withhold(row.countedBy),
  }))
}

// The middle one of all, as far as each is known: a mean would follow the few largest.
async function binsOf({ tx, shown }: PlotScope, months: number): Promise<CrowdBin[]> {
  const step = [1, 3, 12, 60, 120].find((size) => months / size <= MOST_BINS) ?? 1_200
  return tx.$queryRaw<CrowdBin[]>`
    select make_date(bin * ${step}::int / 12, bin * ${step}::int % 12 + 1, 1)::text as day,
           (make_date((bin + 1) * ${step}::int / 12, (bin + 1) * ${step}::int % 12 + 1, 1) - 1)::text as last,
           count(coalesce(low, high))::int as sized,
           min(coalesce(low, high))::int as low,
           (percentile_cont(0.5) within group (order by (coalesce(low, high) + coalesce(high, low)) / 2.0))::int as middle,
           max(coalesce(high, low))::int as high,
           count(*) filter (where coalesce(low, high) is null)::int as unknown
    from (
      select e.crowd_low as low, e.crowd_high as high,
             ((extract(year from e.first_day) * 12 + extract(month from e.first_day) - 1)::int / ${step}::int) as bin
      from entry e where ${shown} and e.lane = 'action'
    ) sizes group by bin order by bin`
}
