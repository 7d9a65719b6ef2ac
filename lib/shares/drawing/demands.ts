import { isPending } from '../../demands/clock'
import { demandLine } from '../../timeline/lanes/demand-line'
import type { SharedDemand } from '../record'
import type { DrawnDemand } from './drawing'

/** More lines than these would bury the entries. */
const MOST = 6

/**
 * The demands that the drawing has a line for: those whose standing and days the link shows at each
 * target. Where there is no room for all, those that wait go first.
 *
 * @param today ISO day in the campaign's zone.
 */
export function drawnDemands(
  demands: readonly SharedDemand[],
  today: string,
): { drawn: DrawnDemand[]; left: number } {
  const all = demands.flatMap((demand) => {
    const line = lineOf(demand, today)
    return line ? [{ number: demand.number, wording: demand.wording, line }] : []
  })
  const waiting = all.filter(({ line }) => line.settled === null)
  const settled = all.filter(({ line }) => line.settled !== null)
  const drawn = [...waiting, ...settled].slice(0, MOST).sort((a, b) => a.number - b.number)
  return { drawn, left: all.length - drawn.length }
}

function lineOf({ number, targets }: SharedDemand, today: string) {
  const known = targets.flatMap(({ clock, standing, since }) =>
    clock && standing ? [{ facts: clock, standing, since }] : [],
  )
  if (known.length === 0 || known.length < targets.length) return null
  // The end of what is settled on a day that nobody knows cannot be drawn.
  if (known.every(({ standing, since }) => !isPending(standing) && since === null)) return null
  const raised = known
    .flatMap(({ facts }) => facts.raised ?? [])
    .sort((a, b) => (a.days.first ?? a.days.last).localeCompare(b.days.first ?? b.days.last))[0]
  return demandLine(number, known, { raised: raised ?? null, today })
}
