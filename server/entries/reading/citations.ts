import 'server-only'
import { shownIn } from '@/lib/sources/fields'
import { Prisma } from '@/prisma/generated/client'
import { columnName } from '../columns'
import { plannedOnce } from '../../statement-names'
import type { CitationRow, CitedSourceRow, PictureRow } from './row'
import { ByOwner, forMembers, readColumn, reads, type Scope } from './scope'

type Flat = Omit<CitationRow, 'source'> &
  Omit<CitedSourceRow, 'id'> & { of: string; sourceId: string }

/** What cites sources, by the ids of its rows. */
type Owners = Partial<Record<'entry' | 'quote' | 'claim' | 'dispute' | 'reply' | 'link', string[]>>

const source = Prisma.raw(
  Object.keys(shownIn('cited'))
    .map((name) => `s.${columnName(name)} as "${name}"`)
    .join(', '),
)

/** Reads what these cite, with the sources, by the row that cites. */
export async function citationsOf(
  scope: Scope,
  owners: Owners,
): Promise<(owner: string) => CitationRow[]> {
  const found = await read(scope, owners)
  return (owner) => found.at(owner, (row) => citation(row))
}

/** The same, with the pictures that the sources show. */
export async function withPictures(
  scope: Scope,
  owners: Owners,
): Promise<(owner: string) => CitationRow[]> {
  const found = await read(scope, owners)
  const sources = found.values(({ sourceId }) => sourceId)
  const pictures = await picturesOf(scope, sources)
  return (owner) => found.at(owner, (row) => citation(row, pictures(row.sourceId)))
}

async function read(scope: Scope, owners: Owners): Promise<ByOwner<Flat>> {
  const asked = Object.entries(owners).filter(([, ids]) => ids.length > 0)
  if (asked.length === 0 || !reads(scope, 'sources')) return new ByOwner([])
  const each = asked.map(([owner, ids]) => {
    const by = Prisma.raw(`c.${owner}_id`)
    return Prisma.sql`select ${by} as of, c.*, ${matchOf(scope, owner)} as told from citation c
      where ${by} = any(${ids}::uuid[])`
  })
  const rows = await scope.tx.$queryRaw<Flat[]>`${plannedOnce}
    select c.of, c.id, ${readColumn(scope, 'passages', 'c.exact')} as exact,
      ${forMembers(scope, 'c.prefix', `''`)} as prefix,
      ${forMembers(scope, 'c.suffix', `''`)} as suffix, c.told as match,
      s.id as "sourceId", ${source}
    from (${Prisma.join(each, ' union all ')}) c
    join source s on s.workspace_id = c.workspace_id and s.id = c.source_id
    order by c.position, c.id`
  return new ByOwner(rows)
}

// Words are shown beside their source, so that whether they are there is shown as well.
function matchOf(scope: Scope, owner: string): Prisma.Sql {
  return owner === 'quote' || owner === 'reply'
    ? Prisma.raw('c.match')
    : readColumn(scope, 'passages', 'c.match')
}

function citation(
  { id, exact, prefix, suffix, match, ...rest }: Flat,
  pictures?: PictureRow[],
): CitationRow {
  const { sourceId, of: _, ...texts } = rest
  return {
    ...{ id, exact, prefix, suffix, match },
    source: { ...texts, id: sourceId, ...(pictures && { pictures }) },
  }
}

async function picturesOf({ tx }: Scope, sources: string[]) {
  if (sources.length === 0) return () => []
  const rows = await tx.$queryRaw<(PictureRow & { of: string })[]>`${plannedOnce}
    select p.source_id as of, p.caption, p.credit from source_picture p
    where p.source_id = any(${sources}::uuid[]) order by p.position, p.id`
  const found = new ByOwner(rows)
  return (of: string) => found.at(of, ({ caption, credit }) => ({ caption, credit }))
}
