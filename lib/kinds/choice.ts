import type { FormKind } from './form'
import { entryKinds, type EntryKind, type Lane } from './names'

/** The lanes as headings of a list of kinds. */
const laneHeadings: Record<Lane, string> = {
  action: 'Action',
  response: 'Response',
  outcome: 'Outcome',
  context: 'Background',
}

/** Kinds under one heading. */
export type KindGroup = { heading: string; kinds: EntryKind[] }

type Kinds = Record<EntryKind, Pick<FormKind, 'label' | 'hint' | 'lane'>>

/**
 * The kinds in groups: those that the campaign uses most, then all by lane. With words, those alone
 * of which each word begins one: by their names before by what explains them, the likeliest first.
 */
export function kindGroups(kinds: Kinds, used: readonly EntryKind[], asked: string): KindGroup[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    const most = { heading: 'Most used in this campaign', kinds: [...used] }
    return [...(used.length > 0 ? [most] : []), ...byLane(kinds, entryKinds)]
  }
  const ranked = entryKinds.flatMap((kind) => {
    const rank = rankOf(kinds[kind], words)
    return rank === null ? [] : [{ kind, rank: rank - (used.includes(kind) ? 0.5 : 0) }]
  })
  ranked.sort((a, b) => a.rank - b.rank)
  return byLane(
    kinds,
    ranked.map(({ kind }) => kind),
  )
}

// Lower is likelier: its name begins so, has words that do, or what explains it has.
function rankOf({ label, hint, lane }: Kinds[EntryKind], words: string[]): number | null {
  if (label.toLowerCase().startsWith(words.join(' '))) return 0
  if (begins(label, words)) return 1
  return begins(`${label} ${hint} ${laneHeadings[lane]}`, words) ? 2 : null
}

function begins(text: string, words: string[]): boolean {
  const own = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return words.every((word) => own.some((one) => one.startsWith(word)))
}

// The lane of the first comes first.
function byLane(kinds: Kinds, order: readonly EntryKind[]): KindGroup[] {
  const groups = new Map<Lane, EntryKind[]>()
  for (const kind of order) {
    const { lane } = kinds[kind]
    groups.set(lane, [...(groups.get(lane) ?? []), kind])
  }
  return [...groups].map(([lane, found]) => ({ heading: laneHeadings[lane], kinds: found }))
}
