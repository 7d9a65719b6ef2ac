import 'server-only'
import { readClocks } from '../demands/clock'
import { countsSilence } from '@/lib/demands/clock'
import type { PlotData, PlotName } from '@/lib/plots/plots'
import type { ResponseRow } from '@/lib/plots/responses'
import { countEntries } from '../timeline/counts/count-entries'
import { crowdSizes } from './crowds'
import { responseRows } from './responses'
import { cellsOf, daysDrawn, demandCondition, type Cell, type PlotScope } from './scope'
import { cellKey, standingChanges, standingsOverTime } from './standings'

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
  const cells = names.some((name) => OF_DEMANDS.includes(name)) ? await cellsKnown(scope) : []
  const rows = names.some((name) => OF_RESPONSES.includes(name)) ? await waits(scope, cells) : []
  for (const name of names) {
    if (name === 'standings')
      plots.push({ name, steps: await standingsOverTime(scope, cells), last })
    if (name === 'responses' || name === 'actions') plots.push({ name, rows, last })
    if (name === 'entries') {
      const { months } = await countEntries(scope.tx, scope.shown)
      plots.push({ name, months, last })
    }
    if (name === 'crowds') plots.push({ name, crowds: await crowdSizes(scope, whole), last })
  }
  return plots
}

const OF_RESPONSES: readonly PlotName[] = ['responses', 'actions']
const OF_DEMANDS: readonly PlotName[] = ['standings', ...OF_RESPONSES]

// A silence or a beginning that is the reader's own is not drawn: only what the whole record says too.
async function cellsKnown(scope: PlotScope): Promise<Cell[]> {
  const cells = await cellsOf(scope)
  const { tx, viewer, known, record } = scope
  if (!record) return cells
  const { last } = daysDrawn(scope)
  const of = { demands: demandCondition(cells), asOf: last }
  const shown = await readClocks(tx, viewer, { ...of, entries: known })
  const whole = await readClocks(tx, viewer, { ...of, entries: record })
  return cells.filter(({ demandId, target }) => {
    const [seen, all] = [shown.at(demandId, target.id), whole.at(demandId, target.id)]
    return seen.times === all.times && seen.answers === all.answers
  })
}

async function waits(scope: PlotScope, cells: Cell[]): Promise<ResponseRow[]> {
  const { tx, viewer, known, withhold } = scope
  const { last } = daysDrawn(scope)
  const clocks = await readClocks(tx, viewer, {
    ...{ demands: demandCondition(cells), entries: known, asOf: last, withhold },
  })
  // What came of a demand without a response on record is no silence.
  const changes = await standingChanges(scope, cells)
  const waiting = cells.filter((cell) => {
    const { answered } = clocks.at(cell.demandId, cell.target.id)
    return answered || countsSilence(changes.get(cellKey(cell))?.at(-1)?.standing ?? 'open')
  })
  return responseRows(scope, waiting, clocks, last)
}
