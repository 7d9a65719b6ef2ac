import 'server-only'
import { dateInWords, isExact } from '@/lib/dates/words'
import type { FoundRecord } from '@/lib/search/filters'
import type { LookupItem } from '@/lib/search/result'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { entriesVisibleTo } from '../policy'
import { currentWording } from '../demands/current-wording'

/** A record by its name, and where it is read. */
type Offered = LookupItem & { href: string }
type Offer = (tx: Tx, viewer: Viewer, ids: string[]) => Promise<Offered[]>

/** The day on which a source was published, where it is known to the day. */
export function dayOf(published: string): { day?: string } {
  return isExact(published) ? { day: published } : {}
}

/** The records of these ids that a member may see, by the names they are known by, in no order. */
export const offers: Record<FoundRecord, Offer> = {
  organization: async (tx, _viewer, ids) => {
    const rows = await tx.organization.findMany({
      where: { id: { in: ids }, trashedAt: null },
      select: { id: true, name: true, otherNames: true },
    })
    return rows.map(({ id, name, otherNames }) => ({
      ...{ id, name, note: otherNames.join(', ') },
      href: `/organizations/${id}`,
    }))
  },
  person: async (tx, _viewer, ids) => {
    const rows = await tx.person.findMany({
      where: { id: { in: ids }, trashedAt: null },
      select: { id: true, name: true, otherNames: true },
    })
    return rows.map(({ id, name, otherNames }) => ({
      ...{ id, name, note: otherNames.join(', ') },
      href: `/people/${id}`,
    }))
  },
  demand: async (tx, viewer, ids) => {
    const rows = await tx.demand.findMany({
      where: {
        AND: [demandsVisibleTo(viewer), { id: { in: ids }, campaign: { trashedAt: null } }],
      },
      select: {
        id: true,
        number: true,
        campaign: { select: { slug: true, title: true } },
        ...currentWording,
      },
    })
    return rows.map(({ id, number, campaign, versions }) => ({
      id,
      name: versions[0]?.wording ?? '',
      note: `Demand ${number}, ${campaign.title}`,
      href: `/campaigns/${campaign.slug}/demands/${number}`,
    }))
  },
  entry: async (tx, viewer, ids) => {
    const rows = await tx.entry.findMany({
      where: {
        AND: [entriesVisibleTo(viewer), { id: { in: ids }, campaign: { trashedAt: null } }],
      },
      select: {
        id: true,
        title: true,
        edtf: true,
        place: true,
        campaign: { select: { slug: true } },
      },
    })
    return rows.map(({ id, title, edtf, place, campaign }) => ({
      id,
      name: title,
      note: [dateInWords(edtf, { weekday: false }), place].filter(Boolean).join(', '),
      href: `/campaigns/${campaign.slug}/entries/${id}`,
    }))
  },
  source: async (tx, _viewer, ids) => {
    const rows = await tx.source.findMany({
      where: { id: { in: ids }, trashedAt: null },
      select: { id: true, title: true, publisher: true, published: true },
    })
    return rows.map(({ id, title, publisher, published }) => ({
      id,
      name: title,
      note: [publisher, published && dateInWords(published, { weekday: false })]
        .filter(Boolean)
        .join(', '),
      ...dayOf(published),
      href: `/sources/${id}`,
    }))
  },
}
