import { findKind, kindOf, kinds } from '../kinds/index'
import { entryKinds, type EntryKind } from '../kinds/names'
import { listed } from './row-cells'
import type { ColumnRule } from './mapping'
import type { Table } from './table'

// What archives call an action, beside the names that it has here.
const WORDS: Record<string, EntryKind> = {
  ...{ protest: 'rally', demonstration: 'rally', demo: 'rally', gathering: 'rally' },
  ...{ parade: 'march', procession: 'march', 'walk-out': 'walkout', 'walk out': 'walkout' },
  ...{ 'work stoppage': 'strike', 'sit-in': 'direct_action', occupation: 'direct_action' },
  ...{ 'civil disobedience': 'direct_action', lawsuit: 'legal_action' },
  ...{ letter: 'open_letter', town_hall: 'meeting', 'town hall': 'meeting', talks: 'negotiation' },
  ...{ article: 'news', 'news report': 'news', dismissal: 'retaliation', firing: 'retaliation' },
  // As tables in German, French and Spanish have it.
  ...{ streik: 'strike', warnstreik: 'strike', grève: 'strike', huelga: 'strike' },
  ...{ kundgebung: 'rally', versammlung: 'rally', rassemblement: 'rally', concentración: 'rally' },
  ...{ demonstrationszug: 'march', manifestation: 'march', manifestación: 'march' },
  ...{ marche: 'march', marcha: 'march', blockade: 'direct_action', blocage: 'direct_action' },
  ...{ bloqueo: 'direct_action', mahnwache: 'vigil', veillée: 'vigil', vigilia: 'vigil' },
}

const byLabel = new Map(entryKinds.map((kind) => [kinds[kind].label.toLowerCase(), kind]))

/** The kind that a word of a table names by itself, or null. */
export function kindOfWord(word: string): EntryKind | null {
  const plain = word.trim().toLowerCase()
  const name = plain.replaceAll(/[\s-]+/g, '_')
  return (
    findKind(name) ??
    byLabel.get(plain) ??
    (Object.hasOwn(WORDS, plain) ? (WORDS[plain] ?? null) : null)
  )
}

/**
 * The kind that a list of words names: the first that a mapping or the word itself says.
 *
 * @returns the name of a kind, or the words as they are where nothing is known of them.
 */
export function kindOfWords(words: readonly string[], values: Record<string, string> = {}): string {
  const folded = new Map(Object.entries(values).map(([word, kind]) => [word.toLowerCase(), kind]))
  for (const word of words) {
    const kind = folded.get(word.toLowerCase()) ?? kindOfWord(word)
    if (kind) return kind
  }
  return words.length === 0 ? '' : (folded.get('*') ?? words.join('; '))
}

/**
 * What else a list of words names beside its kind: a second action, and the words that no field of the
 * form says then.
 */
export function furtherKinds(
  words: readonly string[],
  kind: string,
  values: Record<string, string> = {},
): { also: string; unsaid: string[] } {
  const named = words.map((word) => ({ word, kind: kindOfWords([word], values) }))
  if (!findKind(kind)) return { also: '', unsaid: [] }
  const actions = named.flatMap((one) => findKind(one.kind) ?? []).filter((one) => one !== kind)
  const isAction = (name: EntryKind | null) => name !== null && kindOf(name).lane === 'action'
  const also = isAction(findKind(kind)) ? (actions.find(isAction) ?? '') : ''
  const unsaid = named.filter((one) => one.kind !== kind && one.kind !== also)
  return { also, unsaid: unsaid.map(({ word }) => word) }
}

/** The most words of a column that a person gives a kind one by one. */
const MOST_WORDS = 50

/** The words of a column that name no kind by themselves, in the order of the file. */
export function unknownWords({ rows }: Table, index: number, rule: ColumnRule): string[] {
  const words = new Map<string, string>()
  for (const { cells } of rows) {
    for (const word of listed(cells[index] ?? '', rule, KIND_SEPARATORS))
      if (word.length <= 300 && kindOfWord(word) === null) words.set(word.toLowerCase(), word)
    if (words.size > MOST_WORDS) break
  }
  return [...words.values()].slice(0, MOST_WORDS)
}

/** What separates the words of a cell that say what something is. */
export const KIND_SEPARATORS = /[;|,\n]/

/** The words of a column that a person is asked about, with the kinds that its rule gives them. */
export function wordsToName(
  table: Table,
  index: number,
  rule: ColumnRule | undefined,
): { word: string; kind: string }[] {
  if (rule?.to !== 'kind') return []
  const given = new Map(
    Object.entries(rule.values ?? {}).map(([word, kind]) => [word.toLowerCase(), kind]),
  )
  return unknownWords(table, index, rule).map((word) => ({
    word,
    kind: given.get(word.toLowerCase()) ?? '',
  }))
}
