import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { standingSteps, type StandingCell, type StandingStep } from '@/lib/plots/standings'
import type { Standing } from '@/lib/schemas/words'
import { readFirstRaised } from '../demands/clock'
import { assessmentOrder } from '../demands/standing'
import { daysDrawn, demandCondition, type Cell, type PlotScope } from './scope'

type Row = { demandId: string; organizationId: string; standing: Standing; day: string }
export type Changes = Map<string, StandingCell['changes']>

/** A cell's name among the changes of standings. */
export const cellKey = ({ demandId, target }: Pick<Cell, 'demandId' | 'target'>) =>
  `${demandId} ${target.id}`

/** The numbers of standings over time, from what was confirmed and this reader may know of. */
export async function standingsOverTime(scope: PlotScope, cells: Cell[]): Promise<StandingStep[]> {
  const { tx, viewer, timeZone, known } = scope
  const days = daysDrawn(scope)
  const changes = await standingChanges(scope, cells)
  const raised = await readFirstRaised(tx, viewer, {
    ...{ demands: demandCondition(cells), entries: known, asOf: days.last },
  })
  // When a demand was written down is for members alone to know.
  const written = (at: Date) => (viewer.kind === 'share' ? days.last : todayIn(timeZone, at))
  return standingSteps(
    cells.map((cell) => ({
      start: raised.get(cell.demandId) ?? written(cell.createdAt),
      changes: changes.get(cellKey(cell)) ?? [],
    })),
    days,
  )
}

/** What was confirmed of each demand at each target until the last day drawn, oldest first, by `cellKey`. */
export async function standingChanges(scope: PlotScope, cells: Cell[]): Promise<Changes> {
  const { tx, viewer } = scope
  const { last } = daysDrawn(scope)
  const ids = [...new Set(cells.map(({ demandId }) => demandId))]
  // Of two from one day the one written later holds, as in the ledger.
  const rows = await tx.$queryRaw<Row[]>`
    select a.demand_id as "demandId", a.organization_id as "organizationId",
           a.standing::text as standing, a.first_day::text as day
    from assessment a
    where a.workspace_id = ${viewer.workspaceId}::uuid and a.demand_id = any(${ids}::uuid[])
      and a.state = 'confirmed' and a.first_day <= ${last}::date and ${scope.assessed}
    order by ${assessmentOrder}`
  const changes: Changes = new Map()
  for (const { demandId, organizationId, standing, day } of rows) {
    const key = cellKey({ demandId, target: { id: organizationId, name: '' } })
    const list = changes.get(key)
    if (list) list.push({ day, standing })
    else changes.set(key, [{ day, standing }])
  }
  return changes
}
