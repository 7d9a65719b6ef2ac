import 'server-only'
import type { ThreadItem, ThreadPerson, ThreadSource } from '@/lib/directory'
import { byName } from '@/lib/people/by-name'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { entriesVisibleTo } from '../policy'

const MOST_ITEMS = 1_000
const MOST_PEOPLE = 200
const MOST_SOURCES = 200

/** Whose thread, and up to which ISO day. */
export type ThreadOf = { demandId: string; asOf: string }

/** The entries that raise, repeat or answer a demand, oldest first, at most 1,000. */
export async function threadOf(
  tx: Tx,
  viewer: Viewer,
  { demandId, asOf }: ThreadOf,
): Promise<ThreadItem[]> {
  const rows = await tx.entryDemand.findMany({
    where: { demandId, entry: known(viewer, asOf) },
    select: {
      id: true,
      relation: true,
      stance: true,
      organization: { select: { name: true } },
      entry: {
        select: {
          ...{ id: true, title: true, kind: true, lane: true, status: true, edtf: true },
          participants: true,
          organizations: {
            where: { part: 'actor' },
            select: { organization: { select: { name: true } } },
            take: 20,
          },
        },
      },
    },
    orderBy: [{ entry: { firstDay: 'asc' } }, { entryId: 'asc' }, { position: 'asc' }],
    take: MOST_ITEMS,
  })
  return rows.map(({ organization, entry: { organizations, participants, ...entry }, ...row }) => ({
    ...row,
    entry,
    at: organization?.name ?? null,
    by:
      organizations.length > 0
        ? organizations.map(({ organization: { name } }) => name)
        : participants === ''
          ? []
          : [participants],
  }))
}

/** Who spoke or took part where the demand was raised or repeated, with the words that are kept of them. */
export async function threadPeople(
  tx: Tx,
  viewer: Viewer,
  { demandId, asOf }: ThreadOf,
): Promise<ThreadPerson[]> {
  const rows = await tx.appearance.findMany({
    where: {
      entry: {
        AND: [
          known(viewer, asOf),
          { demands: { some: { demandId, relation: { in: ['raises', 'repeats'] } } } },
        ],
      },
    },
    select: {
      id: true,
      role: true,
      description: true,
      person: { select: { id: true, name: true } },
      entry: { select: { id: true, title: true } },
      quotes: { select: { id: true, text: true }, orderBy: { position: 'asc' }, take: 3 },
    },
    orderBy: [{ entry: { firstDay: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
  })
  return rows.map(({ person, ...row }) => ({ ...row, personId: person.id, name: person.name }))
}

/** The sources of all that touches the demand and of its assessments, by title. */
export async function threadSources(
  tx: Tx,
  viewer: Viewer,
  { demandId, asOf }: ThreadOf,
): Promise<ThreadSource[]> {
  const rows = await tx.citation.findMany({
    where: {
      OR: [
        { entry: { AND: [known(viewer, asOf), { demands: { some: { demandId } } }] } },
        { assessment: { demandId, state: 'confirmed', firstDay: { lte: new Date(asOf) } } },
      ],
    },
    select: { source: { select: { id: true, title: true, publisher: true, published: true } } },
    distinct: ['sourceId'],
    take: MOST_SOURCES,
  })
  return rows
    .map(({ source }) => ({ ...source, name: source.title }))
    .sort(byName)
    .map(({ name: _name, ...source }) => source)
}

// The same day decides as for the standings: what may have happened by then is known.
function known(viewer: Viewer, asOf: string): Prisma.EntryWhereInput {
  return { AND: [entriesVisibleTo(viewer), { firstDay: { lte: new Date(asOf) } }] }
}
