import { findKind, kinds } from '../kinds/index'
import { entryKinds, type EntryKind } from '../kinds/names'

// What archives call an action, beside the names that it has here.
const WORDS: Record<string, EntryKind> = {
  ...{ protest: 'rally', demonstration: 'rally', demo: 'rally', gathering: 'rally' },
  ...{ parade: 'march', procession: 'march', 'walk-out': 'walkout', 'walk out': 'walkout' },
  ...{ 'work stoppage': 'strike', 'sit-in': 'direct_action', occupation: 'direct_action' },
  ...{ blockade: 'direct_action', 'civil disobedience': 'direct_action', lawsuit: 'legal_action' },
  ...{ letter: 'open_letter', town_hall: 'meeting', 'town hall': 'meeting', talks: 'negotiation' },
  ...{ article: 'news', 'news report': 'news', dismissal: 'retaliation', firing: 'retaliation' },
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
