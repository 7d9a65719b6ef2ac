import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { TableLayout, TableRow, TableSort } from '@/lib/timeline/table'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { AppError, isDatabaseError } from '../errors'
import { isUuid } from '../ids'
import { beyond, timelineOrder } from './cursor'
import { signsSql } from './filter/certainty'
import { filteredEntries } from './filter/where'

/** A page of the table with the cursor of the next one; null at the end. */
export type TablePage = { rows: TableRow[]; next: string | null }

const PAGE = 50

// What a column is sorted by, and the type that a cursor's text has there. Words are compared as the
// database stores them, except that small and capital letters stand together.
const SORTS: Record<TableSort, { by: Prisma.Sql; type: Prisma.Sql }> = {
  date: { by: Prisma.sql`e.first_day`, type: Prisma.sql`date` },
  title: { by: Prisma.sql`lower(e.title)`, type: Prisma.sql`text` },
  lane: { by: Prisma.sql`e.lane`, type: Prisma.sql`lane` },
  kind: { by: Prisma.sql`e.kind`, type: Prisma.sql`entry_kind` },
  place: { by: Prisma.sql`lower(e.place)`, type: Prisma.sql`text` },
  crowd: { by: Prisma.sql`coalesce(e.crowd_low, -1)`, type: Prisma.sql`int` },
  status: { by: Prisma.sql`e.status`, type: Prisma.sql`entry_status` },
  updated: { by: Prisma.sql`e.updated_at`, type: Prisma.sql`timestamptz` },
}

/**
 * Lists a page of a filtered campaign as a table, in the order of any sortable column. Pages go by
 * key, so that a late one costs what the first does.
 *
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function listTable(
  viewer: Viewer,
  {
    campaignId,
    filter,
    layout,
    after,
    limit = PAGE,
  }: {
    campaignId: string
    filter: TimelineFilter
    layout: TableLayout
    after?: string | null
    limit?: number
  },
): Promise<TablePage> {
  requireMember(viewer)
  const size = Math.min(Math.max(limit, 1), 200)
  const { by, type } = SORTS[layout.sort]
  const direction = layout.down ? Prisma.sql`desc` : Prisma.sql`asc`
  // Days go by their hours, as in the story.
  const ordered =
    layout.sort === 'date'
      ? timelineOrder(layout.down ? 'down' : 'up')
      : Prisma.sql`${by} ${direction}, e.id ${direction}`
  const from = after ? past(readTableCursor(after), layout) : Prisma.sql`true`
  const workspace = Prisma.sql`${viewer.workspaceId}::uuid`
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const found = await tx.$queryRaw<(TableRow & { sorted: string })[]>`
      with page as (
        select e.*, ${by} as sorted_by from entry e where ${where} and ${from}
        order by ${ordered} limit ${size + 1}
      )
      select e.id, e.title, e.edtf, e.time_of_day as time, e.lane::text as lane, e.kind::text as kind,
        e.also_kind::text as "alsoKind", e.place, e.status::text as status, e.crowd_low as "crowdLow", e.crowd_high as "crowdHigh",
        e.crowd_words as "crowdWords", e.tags,
        to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
        array(select distinct o.name from entry_organization eo
          join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
          where eo.workspace_id = ${workspace} and eo.entry_id = e.id order by o.name) as organizations,
        array(select distinct p.name from appearance a
          join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
          where a.workspace_id = ${workspace} and a.entry_id = e.id order by p.name) as people,
        array(select distinct d.number from entry_demand ed
          join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
          where ed.workspace_id = ${workspace} and ed.entry_id = e.id and d.trashed_at is null
          order by d.number) as demands,
        (select count(distinct c.source_id)::int from citation c
          where c.workspace_id = ${workspace} and c.entry_id = e.id) as sources,
        ${signsSql(viewer)} as signs,
        (e.details <> '{}' or exists (select from inquiry i
          where i.workspace_id = ${workspace} and i.entry_id = e.id)) as "hasDetails",
        e.sorted_by::${type}::text as sorted
      from page e order by ${layout.sort === 'date' ? ordered : Prisma.sql`e.sorted_by ${direction}, e.id ${direction}`}`.catch(
      (error: unknown) => {
        // The value of a cursor that somebody made up may be none of its column's.
        throw after && isDatabaseError(error, 'P2010') ? noSuchPage() : error
      },
    )
    const page = found.slice(0, size)
    const last = found.length > size ? page.at(-1) : undefined
    return {
      rows: page.map(({ sorted: _sorted, ...row }) => row),
      next: last ? writeTableCursor({ value: last.sorted, id: last.id, time: last.time }) : null,
    }
  })
}

type TableCursor = { value: string; id: string; time: string | null }

function past({ value, id, time }: TableCursor, { sort, down }: TableLayout): Prisma.Sql {
  if (sort === 'date') return beyond({ day: value, time, id }, down ? 'down' : 'up')
  const { by, type } = SORTS[sort]
  const asked = Prisma.sql`cast(${value} as ${type})`
  return down
    ? Prisma.sql`(${by} <= ${asked} and (${by} < ${asked} or e.id < ${id}::uuid))`
    : Prisma.sql`(${by} >= ${asked} and (${by} > ${asked} or e.id > ${id}::uuid))`
}

function writeTableCursor({ value, id, time }: TableCursor): string {
  return Buffer.from(JSON.stringify([value, id, ...(time ? [time] : [])])).toString('base64url')
}

function readTableCursor(text: string): TableCursor {
  try {
    const [value, id, time = null] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    ) as unknown[]
    if (typeof value !== 'string' || typeof id !== 'string' || !isUuid(id)) throw noSuchPage()
    return { value, id, time: typeof time === 'string' ? time : null }
  } catch {
    // Said below.
  }
  throw noSuchPage()
}

function noSuchPage(): AppError {
  return new AppError(
    'invalid',
    'This page of the table does not exist. Go back to the first page.',
  )
}
