import 'server-only'
import type { FoundRecord } from '@/lib/search/filters'
import { bestPassages, foundIn, markedPieces, type Part } from '@/lib/search/passage'
import type { SearchResult } from '@/lib/search/result'
import {
  forSourceFields,
  sourceFieldList,
  type SourceField,
  type SourceTexts,
} from '@/lib/sources/fields'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { entriesVisibleTo } from '../policy'
import { entryParts, entryTexts, partRows } from './entry-parts'
import type { Hit } from './find'

type Ids = { in: string[] }
type Reader = (
  tx: Tx,
  viewer: Viewer,
  ids: Ids,
  words: ReadonlySet<string>,
) => Promise<SearchResult[]>

/**
 * Reads what was found, in the order of the hits, with the passages in which the words stand.
 *
 * The conditions of policy.ts are asked once more, so that a fault of the index can lose a result
 * and never show a hidden one.
 */
export async function readResults(
  tx: Tx,
  viewer: Viewer,
  hits: readonly Hit[],
  words: ReadonlySet<string>,
): Promise<SearchResult[]> {
  const results = new Map<string, SearchResult>()
  for (const [record, read] of Object.entries(readers) as [FoundRecord, Reader][]) {
    const ids = hits.filter((hit) => hit.record === record).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const result of await read(tx, viewer, { in: ids }, words)) results.set(result.id, result)
  }
  return hits.flatMap(({ id }) => results.get(id) ?? [])
}

const readers: Record<FoundRecord, Reader> = {
  entry: async (tx, viewer, id, words) => {
    const rows = await tx.entry.findMany({
      where: { AND: [entriesVisibleTo(viewer), { id, campaign: { trashedAt: null } }] },
      select: entryTexts,
    })
    const parts = await partRows(
      tx,
      rows.map((row) => row.id),
    )
    return rows.map((row) => ({
      record: 'entry' as const,
      id: row.id,
      kind: row.kind,
      lane: row.lane,
      status: row.status,
      edtf: row.edtf,
      campaign: row.campaign,
      ...shown(row.title, entryParts(row, parts), words),
    }))
  },
  demand: async (tx, viewer, id, words) => {
    const rows = await tx.demand.findMany({
      where: { AND: [demandsVisibleTo(viewer), { id, campaign: { trashedAt: null } }] },
      select: {
        id: true,
        number: true,
        campaign: { select: { slug: true, title: true } },
        versions: { select: { wording: true, note: true }, orderBy: { number: 'desc' } },
        targets: { select: { organization: { select: { name: true } } } },
        counterparties: { select: { organization: { select: { name: true } } } },
      },
    })
    return rows.map(({ id, number, campaign, versions, targets, counterparties }) => ({
      record: 'demand' as const,
      ...{ id, number, campaign },
      ...shown(
        versions[0]?.wording ?? '',
        [
          { label: 'Who must do it', text: names(targets) },
          { label: 'Third party involved', text: names(counterparties) },
          ...versions.slice(1).map(({ wording }) => ({ label: 'Earlier wording', text: wording })),
          ...versions.map(({ note }) => ({ label: 'What changed', text: note })),
        ],
        words,
      ),
    }))
  },
  organization: async (tx, _viewer, id, words) => {
    const rows = await tx.organization.findMany({
      where: { id, trashedAt: null },
      select: {
        id: true,
        name: true,
        kind: true,
        otherNames: true,
        parent: { select: { name: true } },
      },
    })
    return rows.map(({ id, kind, name, otherNames, parent }) => ({
      record: 'organization' as const,
      ...{ id, kind },
      ...shown(
        name,
        [
          { label: 'Other names', text: otherNames.join(', ') },
          { label: 'Part of', text: parent?.name ?? '' },
        ],
        words,
      ),
    }))
  },
  person: async (tx, _viewer, id, words) => {
    const rows = await tx.person.findMany({
      where: { id, trashedAt: null },
      select: { id: true, name: true, otherNames: true, consentReason: true },
    })
    return rows.map(({ id, name, otherNames, consentReason }) => ({
      record: 'person' as const,
      id,
      ...shown(
        name,
        [
          { label: 'Other names', text: otherNames.join(', ') },
          { label: 'Why shares may show them', text: consentReason },
        ],
        words,
      ),
    }))
  },
  source: async (tx, _viewer, id, words) => {
    const rows = await tx.source.findMany({
      where: { id, trashedAt: null },
      select: {
        ...{ id: true, ...forSourceFields(() => true as const) },
        pictures: { select: { caption: true, credit: true }, orderBy: { position: 'asc' } },
      },
    })
    return rows.map(({ accessedOn: _day, pictures, ...source }) => {
      const { id, kind, title, publisher, published } = source
      const found = [
        ...sourceParts(source, ['line', 'text']),
        ...pictures.map(({ caption, credit }) => ({
          label: 'Picture',
          text: [caption, credit].filter(Boolean).join(' · '),
        })),
        ...sourceParts(source, ['address']),
      ]
      const result = { record: 'source' as const, id, kind, publisher, published }
      return { ...result, ...shown(title, found, words) }
    })
  },
}

function sourceParts(source: Partial<SourceTexts>, types: SourceField['type'][]): Part[] {
  return sourceFieldList().flatMap(([name, { label, type }]) =>
    types.includes(type) ? [{ label, text: source[name] ?? '' }] : [],
  )
}

function shown(title: string, parts: Part[], words: ReadonlySet<string>) {
  return {
    title: markedPieces(title, words),
    passages: bestPassages(parts, words, foundIn(title, words)),
  }
}

function names(rows: { organization: { name: string } }[]): string {
  return rows.map(({ organization }) => organization.name).join(', ')
}
