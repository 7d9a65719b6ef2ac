import 'server-only'
import { dayNumber } from '@/lib/dates/calendar'
import { readClock } from '@/lib/demands/clock'
import { MOST_ROWS, type ResponseRow } from '@/lib/plots/responses'
import { Prisma } from '@/prisma/generated/client'
import type { Clocks } from '../demands/clock'
import type { Cell, PlotScope } from './scope'

/**
 * The actions that carried a demand: their first and last possible days in the order of the last;
 * null instead of the first days where there are too many rows to draw each action.
 */
type Carried = { firstDays: string[] | null; lastDays: string[] }

/** How long each demand has waited at each target, with the actions on the way. */
export async function responseRows(
  scope: PlotScope,
  cells: Cell[],
  clocks: Clocks,
  asOf: string,
): Promise<ResponseRow[]> {
  const raised = cells.flatMap((cell) => {
    const facts = clocks.at(cell.demandId, cell.target.id)
    return facts.raised ? [{ cell, facts, raised: facts.raised }] : []
  })
  const drawn = cells.length <= MOST_ROWS
  const carried = await actionsOf(scope, cells, { asOf, drawn })
  return raised.map(({ cell, facts, raised }) => {
    const { toAnswer, silence } = readClock(facts, asOf)
    const { answered } = facts
    const actions = carried.get(cell.demandId) ?? { firstDays: drawn ? [] : null, lastDays: [] }
    // "By 13 Feb" may have been long before, so that nothing is certainly earlier than it.
    const until = answered ? answered.days.first : '9999-12-31'
    const before = until === null ? 0 : actions.lastDays.filter((day) => day < until).length
    return {
      demand: { number: cell.number, wording: cell.wording },
      target: cell.target.name,
      raised: { edtf: raised.edtf, ...raised.entry },
      answered: answered && { edtf: answered.edtf, ...answered.entry },
      span: (answered ? toAnswer : silence) ?? { least: null, most: null, about: false },
      actions: before,
      actionDays:
        actions.firstDays
          ?.slice(0, before)
          .map((day) => Math.max(0, dayNumber(day) - dayNumber(raised.days.last))) ?? null,
    }
  })
}

async function actionsOf(
  { tx, viewer, known }: PlotScope,
  cells: Cell[],
  { asOf, drawn }: { asOf: string; drawn: boolean },
): Promise<Map<string, Carried>> {
  const ids = [...new Set(cells.map(({ demandId }) => demandId))]
  const rows = await tx.$queryRaw<(Carried & { demandId: string })[]>`
    select demand_id as "demandId", array_agg(last_day::text order by last_day, first_day) as "lastDays",
           ${drawn ? Prisma.sql`array_agg(first_day::text order by last_day, first_day)` : Prisma.sql`null`} as "firstDays"
    from (
      select distinct ed.demand_id, e.id, e.first_day, e.last_day
      from entry_demand ed
      join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
      where ed.workspace_id = ${viewer.workspaceId}::uuid and ed.demand_id = any(${ids}::uuid[])
        and ed.relation in ('raises', 'repeats') and e.lane = 'action'
        and e.first_day <= ${asOf}::date and ${known}
    ) carried group by demand_id`
  return new Map(rows.map(({ demandId, ...days }) => [demandId, days]))
}
