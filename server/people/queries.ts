import 'server-only'
import { byName } from '@/lib/people/by-name'
import type { PersonDto, PersonListing } from '@/lib/directory'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { entryMention, mentionsPage, type Mentions } from '../directory/mentions'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesVisibleTo } from '../policy'
import { visibleSql } from '../timeline/filter/visible'

const MOST_PEOPLE = 5_000
const MOST_NAMES = 100

/** Lists the workspace's people by name. */
export async function listPeople(viewer: Viewer): Promise<PersonListing[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.person.findMany({
      where: { trashedAt: null },
      select: {
        id: true,
        name: true,
        otherNames: true,
        consent: true,
        _count: { select: { appearances: { where: { entry: entriesVisibleTo(viewer) } } } },
      },
      orderBy: { name: 'asc' },
      take: MOST_PEOPLE,
    })
    return rows
      .sort(byName)
      .map(({ _count, ...row }) => ({ ...row, appearances: _count.appearances }))
  })
}

/** Which pages of what mentions a person are asked for, by their cursors. */
export type PersonPages = { appearances?: string | undefined; accounts?: string | undefined }

/**
 * Reads a person with a page of their appearances and words, and one of their accounts, as far as
 * this member may see the entries.
 *
 * @throws AppError `not_found` when the person is missing or in the trash.
 */
export async function getPerson(
  viewer: Viewer,
  id: string,
  pages: PersonPages = {},
): Promise<PersonDto> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('person')
  return withViewer(viewer, async (tx) => {
    const row = await tx.person.findFirst({
      where: { id, trashedAt: null },
      select: {
        ...{ id: true, name: true, otherNames: true, version: true },
        ...{ consent: true, consentReason: true },
        formerNames: {
          select: { name: true, shown: true },
          orderBy: { since: 'desc' },
          take: MOST_NAMES,
        },
      },
    })
    if (!row) throw notFound('person')
    return {
      ...row,
      appearances: await mentionsPage(tx, appearancesOf(viewer, id), pages.appearances),
      accounts: await mentionsPage(tx, accountsOf(viewer, id), pages.accounts),
    }
  })
}

function appearancesOf(viewer: Viewer, id: string): Mentions {
  return {
    seen: Prisma.sql`
      select a.id, e.first_day as day from appearance a
        join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id
       where a.workspace_id = ${viewer.workspaceId}::uuid and a.person_id = ${id}::uuid
         and ${visibleSql(viewer)}`,
    columns: Prisma.sql`a.id, a.role, a.description, ${entryMention} as entry, coalesce((
      select json_agg(json_build_object('id', q.id, 'text', q.text, 'consent', q.consent) order by q.position)
        from quote q where q.workspace_id = a.workspace_id and q.appearance_id = a.id), '[]') as quotes`,
    joins: Prisma.sql`
      join appearance a on a.workspace_id = ${viewer.workspaceId}::uuid and a.id = here.id
      join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id
      join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id`,
  }
}

function accountsOf(viewer: Viewer, id: string): Mentions {
  return {
    seen: Prisma.sql`
      select e.id, e.first_day as day from entry e
       where e.according_to_person_id = ${id}::uuid and ${visibleSql(viewer)}`,
    columns: Prisma.sql`${entryMention} as entry`,
    joins: Prisma.sql`
      join entry e on e.workspace_id = ${viewer.workspaceId}::uuid and e.id = here.id
      join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id`,
  }
}
