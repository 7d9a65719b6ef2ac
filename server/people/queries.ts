import 'server-only'
import { byName } from '@/lib/people/by-name'
import type { Mention, PersonDto, PersonListing } from '@/lib/directory'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesVisibleTo } from '../policy'

const MOST_PEOPLE = 5_000
const MOST_MENTIONS = 500

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

/**
 * Reads a person with their appearances, words and accounts, as far as this member may see the
 * entries.
 *
 * @throws AppError `not_found` when the person is missing or in the trash.
 */
export async function getPerson(viewer: Viewer, id: string): Promise<PersonDto> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('person')
  return withViewer(viewer, async (tx) => {
    const mention = {
      select: {
        id: true,
        title: true,
        kind: true,
        edtf: true,
        campaign: { select: { slug: true } },
      },
    }
    const row = await tx.person.findFirst({
      where: { id, trashedAt: null },
      select: {
        id: true,
        name: true,
        otherNames: true,
        consent: true,
        consentReason: true,
        version: true,
        appearances: {
          where: { entry: entriesVisibleTo(viewer) },
          select: {
            id: true,
            role: true,
            description: true,
            entry: mention,
            quotes: {
              select: { id: true, text: true, consent: true },
              orderBy: { position: 'asc' },
            },
          },
          orderBy: [{ entry: { firstDay: 'desc' } }, { id: 'desc' }],
          take: MOST_MENTIONS,
        },
        accounts: {
          where: entriesVisibleTo(viewer),
          ...mention,
          orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
          take: MOST_MENTIONS,
        },
      },
    })
    if (!row) throw notFound('person')
    const flat = ({ campaign, ...entry }: (typeof row.accounts)[number]): Mention => ({
      ...entry,
      campaign: campaign.slug,
    })
    return {
      ...row,
      appearances: row.appearances.map(({ entry, ...rest }) => ({ ...rest, entry: flat(entry) })),
      accounts: row.accounts.map(flat),
    }
  })
}
