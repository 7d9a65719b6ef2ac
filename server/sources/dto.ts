import 'server-only'
import type { CitedPassage, SourceDto } from '@/lib/directory'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { entriesVisibleTo } from '../policy'

/** The citations whose subject this viewer may see; others would tell of a hidden entry. */
export function citationsVisibleTo(viewer: Viewer, campaignId?: string): Prisma.CitationWhereInput {
  const seen = entriesVisibleTo(viewer)
  const entry = { AND: [seen, campaignId ? { campaignId } : {}] }
  const demand = { trashedAt: null, ...(campaignId ? { campaignId } : {}) }
  return {
    OR: [
      { entry },
      { quote: { appearance: { entry } } },
      { claim: { entry } },
      { link: { from: entry, to: seen } },
      { assessment: { demand, OR: [{ entryId: null }, { entry }] } },
    ],
  }
}

const ofEntry = { select: { id: true, title: true, campaign: { select: { slug: true } } } }

/** What is read of a source with its passages, for this viewer. */
export function sourceSelect(viewer: Viewer) {
  return {
    id: true,
    kind: true,
    title: true,
    url: true,
    publisher: true,
    author: true,
    published: true,
    accessedOn: true,
    archiveUrl: true,
    capturedText: true,
    capturedSha256: true,
    version: true,
    pictures: {
      select: { id: true, caption: true, credit: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    },
    citations: {
      where: citationsVisibleTo(viewer),
      select: {
        id: true,
        exact: true,
        prefix: true,
        suffix: true,
        entry: ofEntry,
        quote: { select: { appearance: { select: { entry: ofEntry } } } },
        claim: { select: { entry: ofEntry } },
        link: { select: { from: ofEntry } },
        assessment: {
          select: { demand: { select: { number: true, campaign: { select: { slug: true } } } } },
        },
      },
      orderBy: { id: 'asc' },
      take: 2_000,
    },
  } satisfies Prisma.SourceSelect
}

type SourceRow = Prisma.SourceGetPayload<{ select: ReturnType<typeof sourceSelect> }>

/** A row as a page may have it. */
export function toSource({ citations, accessedOn, ...row }: SourceRow): SourceDto {
  return {
    ...row,
    accessedOn: accessedOn?.toISOString().slice(0, 10) ?? '',
    passages: citations.map(toPassage),
  }
}

function toPassage(row: SourceRow['citations'][number]): CitedPassage {
  const { id, exact, prefix, suffix, quote, claim, link, assessment } = row
  const entry = row.entry ?? quote?.appearance.entry ?? claim?.entry ?? link?.from
  const demand = assessment?.demand
  return {
    ...{ id, exact, prefix, suffix },
    carries: carriedBy(row),
    entry: entry ? { id: entry.id, title: entry.title, campaign: entry.campaign.slug } : null,
    demand: demand ? { number: demand.number, campaign: demand.campaign.slug } : null,
  }
}

function carriedBy({
  entry,
  quote,
  claim,
  link,
}: SourceRow['citations'][number]): CitedPassage['carries'] {
  if (entry) return 'entry'
  if (quote) return 'quote'
  if (claim) return 'claim'
  return link ? 'link' : 'assessment'
}
