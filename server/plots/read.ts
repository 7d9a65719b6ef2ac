import 'server-only'
import { readClocks } from '../demands/clock'
import type { PlotData, PlotName } from '@/lib/plots/plots'
import { countEntries } from '../timeline/counts'
import { crowdSizes } from './crowds'
import { responseRows } from './responses'
import { cellsOf, daysDrawn, demandsOf, type PlotScope } from './scope'
import { standingsOverTime } from './standings'

/**
 * Reads what some plots are drawn from.
 *
 * @param whole whether nothing is put together, as a file of numbers wants it.
 */
export async function readPlotData(
  scope: PlotScope,
  names: readonly PlotName[],
  whole = false,
): Promise<PlotData[]> {
  const { last } = daysDrawn(scope)
  const plots: PlotData[] = []
  const demands = names.some((name) => OF_DEMANDS.includes(name)) ? await ofDemands(scope) : null
  for (const name of names) {
    if (demands && name === 'standings')
      plots.push({
        name,
        steps: await standingsOverTime(scope, demands.cells, demands.clocks),
        last,
      })
    if (demands && (name === 'responses' || name === 'actions'))
      plots.push({ name, rows: await demands.rows(), last })
    if (name === 'entries') {
      const { months } = await countEntries(scope.tx, scope.shown)
      plots.push({ name, months, last })
    }
    if (name === 'crowds') plots.push({ name, crowds: await crowdSizes(scope, whole), last })
  }
  return plots
}

const OF_DEMANDS: readonly PlotName[] = ['standings', 'responses', 'actions']

async function ofDemands(scope: PlotScope) {
  const { tx, viewer, known, withhold } = scope
  const { last } = daysDrawn(scope)
  const cells = await cellsOf(scope)
  const clocks = await readClocks(tx, viewer, {
    ...{ demands: demandsOf(cells), entries: known, asOf: last, withhold },
  })
  let rows: ReturnType<typeof responseRows> | null = null
  return { cells, clocks, rows: () => (rows ??= responseRows(scope, cells, clocks, last)) }
}
