import 'server-only'
import type { DirectoryItem, DirectoryPage, DirectoryRecord } from '@/lib/directory-page'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { isUuid } from '../ids'
import { idsInCampaign } from '../in-campaign'
import { visibleSql } from '../timeline/filter/visible'

const PAGE = 100
/** Parts below the organizations of one page. */
const MOST_BELOW = 2_000

type Asked = {
  q?: string
  after?: string | null
  /** The campaign whose own records alone are listed; otherwise all of the workspace. */
  campaignId?: string
}
type Row = Omit<DirectoryItem, 'mentions'> & { key: string }

/**
 * Lists a page of a directory by name, each record with how many entries mention it. Organizations
 * stand as a tree under those that are part of nothing; with words to look for, or of one campaign, as a
 * list: a campaign may name a division without the whole, and not all divisions of what it names.
 *
 * Pages go by key, so that a late one costs what the first does, and only what is on the page is
 * counted.
 *
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function listDirectory(
  viewer: Viewer,
  record: DirectoryRecord,
  asked: Asked = {},
): Promise<DirectoryPage> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { rows: shown, next } = await directoryRows(tx, viewer, record, asked)
    const rows = isTree(record, asked) ? await withParts(tx, shown) : shown
    const counts = await mentionsOf(
      tx,
      viewer,
      record,
      rows.map(({ id }) => id),
    )
    return {
      items: rows.map(({ key: _key, ...row }) => ({ ...row, mentions: counts.get(row.id) ?? 0 })),
      next,
    }
  })
}

/**
 * One page of a directory without what mentions its records, and the cursor of the next one.
 *
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function directoryRows(
  tx: Tx,
  viewer: Viewer,
  record: DirectoryRecord,
  asked: Asked,
): Promise<{ rows: Row[]; next: string | null }> {
  const found = await page(tx, viewer, record, asked)
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  return {
    rows,
    next: last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null,
  }
}

function page(
  tx: Tx,
  { workspaceId }: Viewer,
  record: DirectoryRecord,
  asked: Asked,
): Promise<Row[]> {
  const { table, name, note, more } = SHAPES[record]
  const { after, campaignId } = asked
  const words = wordsOf(asked)
  const conditions = [
    Prisma.sql`t.workspace_id = ${workspaceId}::uuid and t.trashed_at is null`,
    ...words.map(
      (word) =>
        Prisma.sql`strpos(search_fold(concat_ws(' ', ${name}, ${more})), (select search_fold(${word}))) > 0`,
    ),
    ...(isTree(record, asked) ? [Prisma.sql`t.parent_id is null`] : []),
    ...(campaignId ? [Prisma.sql`t.id in (${idsInCampaign(record, campaignId)})`] : []),
    ...(after ? [beyond(after, name)] : []),
  ]
  return tx.$queryRaw<Row[]>`
    select t.id, ${name} as name, ${note} as note, 0 as depth, lower(${name}) as key
    from ${table} t where ${Prisma.join(conditions, ' and ')}
    order by lower(${name}), t.id limit ${PAGE + 1}`
}

function wordsOf({ q = '' }: Asked): string[] {
  const text = q.trim().slice(0, 200)
  return text === '' ? [] : text.split(/\s+/).slice(0, 12)
}

function isTree(record: DirectoryRecord, asked: Asked): boolean {
  return record === 'organization' && asked.campaignId === undefined && wordsOf(asked).length === 0
}

const SHAPES: Record<
  DirectoryRecord,
  { table: Prisma.Sql; name: Prisma.Sql; note: Prisma.Sql; more: Prisma.Sql }
> = {
  organization: {
    table: Prisma.sql`organization`,
    name: Prisma.sql`t.name`,
    note: Prisma.sql`array_to_string(t.other_names, '; ')`,
    more: Prisma.sql`array_to_string(t.other_names, ' ')`,
  },
  person: {
    table: Prisma.sql`person`,
    name: Prisma.sql`t.name`,
    note: Prisma.sql`array_to_string(t.other_names, '; ')`,
    more: Prisma.sql`array_to_string(t.other_names, ' ')`,
  },
  source: {
    table: Prisma.sql`source`,
    name: Prisma.sql`t.title`,
    note: Prisma.sql`t.publisher`,
    more: Prisma.sql`concat_ws(' ', t.publisher, t.author)`,
  },
}

function beyond(cursor: string, name: Prisma.Sql): Prisma.Sql {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof key === 'string' && typeof id === 'string' && isUuid(id))
      return Prisma.sql`(lower(${name}), t.id) > (${key}, ${id}::uuid)`
  } catch {
    // Said below.
  }
  throw new AppError('invalid', 'This page of the directory does not exist. Begin again.')
}

async function withParts(tx: Tx, roots: Row[]): Promise<Row[]> {
  const below = await tx.$queryRaw<(Row & { parent: string })[]>`
    with recursive tree as (
      select o.id, o.parent_id, o.name, o.other_names, 1 as depth
        from organization o
       where o.parent_id = any(${roots.map(({ id }) => id)}::uuid[]) and o.trashed_at is null
      union all
      select o.id, o.parent_id, o.name, o.other_names, tree.depth + 1
        from tree join organization o on o.parent_id = tree.id and o.trashed_at is null
       where tree.depth < 10)
    select id, parent_id as parent, name, array_to_string(other_names, '; ') as note, depth,
      lower(name) as key
    from tree order by lower(name), id limit ${MOST_BELOW}`
  const parts = new Map<string, Row[]>()
  for (const { parent, ...row } of below) parts.set(parent, [...(parts.get(parent) ?? []), row])
  const laidOut = (row: Row): Row[] => [row, ...(parts.get(row.id) ?? []).flatMap(laidOut)]
  return roots.flatMap(laidOut)
}

async function mentionsOf(
  tx: Tx,
  viewer: Viewer,
  record: DirectoryRecord,
  ids: string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; n: number }[]>`
    select m.id, count(distinct e.id)::int as n
    from (${MENTIONS[record]} = any(${ids}::uuid[]) offset 0) m(id, entry_id)
    join entry e on e.id = m.entry_id and e.workspace_id = ${viewer.workspaceId}::uuid
    where ${visibleSql(viewer)} group by m.id`
  return new Map(rows.map(({ id, n }) => [id, n]))
}

const MENTIONS: Record<DirectoryRecord, Prisma.Sql> = {
  organization: Prisma.sql`select organization_id, entry_id from entry_organization where organization_id`,
  person: Prisma.sql`select person_id, entry_id from appearance where person_id`,
  source: Prisma.sql`select c.source_id, coalesce(c.entry_id, l.entry_id, a.entry_id, r.entry_id, d.entry_id)
    from citation c
    left join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id
    left join entry_reply r on r.workspace_id = c.workspace_id and r.id = c.reply_id
    left join dispute d on d.workspace_id = c.workspace_id and d.id = c.dispute_id
    left join quote q on q.workspace_id = c.workspace_id and q.id = coalesce(c.quote_id, d.quote_id)
    left join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
    where c.source_id`,
}
