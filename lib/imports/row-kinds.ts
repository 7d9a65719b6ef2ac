import { furtherKinds, KIND_SEPARATORS, kindOfWord, kindOfWords } from './kind-words'
import { listed, type Found } from './row-cells'
import type { Target } from './targets'

/** What a row is, and what else; `isUntold` where its columns have words that neither of them says. */
export function kindsOf(found: ReadonlyMap<Target, Found[]>): {
  kind: string
  also: string
  isUntold: boolean
} {
  const cells = found.get('kind') ?? []
  const values = cells[0]?.rule.values
  const words = wordsIn(cells)
  const kind = kindOfWords(words, values)
  const isKept = cells.some(({ rule }) => rule.keep)
  const { also, unsaid } = furtherKinds(words, kind, values)
  if (kind) return { kind, also, isUntold: unsaid.length > 0 && !isKept }
  // A column of another subject, such as categories, may say it where no column of its own does.
  const beside = wordsIn([...found.values()].flat().filter(({ rule }) => rule.kind))
  const kinds = beside.flatMap((word) => kindOfWord(word) ?? [])
  return { kind: kinds[0] ?? '', also: furtherKinds(kinds, kinds[0] ?? '').also, isUntold: false }
}

/**
 * The kind that a title names, for rows whose columns say none: the one that its words name, or empty
 * where they name none or several.
 */
export function kindOfTitle(title: string): string {
  const words = title
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '')
  const kinds = new Set(
    words.flatMap((word, index) => {
      const pair = [word, words[index + 1]].join(' ')
      return kindOfWord(pair) ?? kindOfWord(word) ?? kindOfWord(word.replace(/s$/, '')) ?? []
    }),
  )
  return kinds.size === 1 ? ([...kinds][0] ?? '') : ''
}

function wordsIn(cells: readonly Found[]): string[] {
  return cells.flatMap(({ cell, rule }) => listed(cell, rule, KIND_SEPARATORS))
}
