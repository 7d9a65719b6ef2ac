import type { EntityDraft } from './entity'
import { isNationality } from './nationalities'
import type { CaptureDirectory } from './types'

type Named = { draft: EntityDraft; start: number; end: number }

const BETWEEN = /^(?:, |,? (?:and|or|y|o|und|oder) (?:the )?)$/u

/**
 * Names that are listed together are of one kind: where "Google, Meta, OpenAI and Amazon" holds an organization that
 * the text says is one, the others, of which it says nothing, are organizations too.
 */
export function settleLists(text: string, drafts: EntityDraft[], directory: CaptureDirectory) {
  const named = drafts
    .flatMap((draft) => draft.mentions.map(({ start, end }) => ({ draft, start, end })))
    .sort((a, b) => a.start - b.start)
  let list: Named[] = []
  for (const one of named) {
    const last = list.at(-1)
    if (last && !BETWEEN.test(text.slice(last.end, one.start))) {
      settleList(text, list, directory)
      list = []
    }
    list.push(one)
  }
  settleList(text, list, directory)
}

function settleList(text: string, list: Named[], { isPlace }: CaptureDirectory) {
  if (list.length < 2 || isApposition(text, list)) return
  const kinds = new Set(list.map(({ draft }) => draft.kind).filter((kind) => kind !== 'other'))
  // "in key markets, including Denver, Chicago and Memphis": nothing but towns, as far as is known.
  if (kinds.size === 0 && list.length > 2 && list.every(({ draft }) => isPlace(draft.name)))
    kinds.add('place')
  const [kind] = kinds
  if (!kind || kinds.size > 1) return
  for (const { draft } of list) {
    if (draft.kind !== 'other' || isNationality(draft.name) || draft.name.length < 2) continue
    const words = draft.name.split(' ').length
    if (kind === 'person' && (words < 2 || words > 4)) continue
    if (kind === 'place' && !isPlace(draft.name) && (words > 1 || draft.cues.organization > 0))
      continue
    if (kind === 'organization' && (isPlace(draft.name) || draft.cues.person >= 2)) continue
    draft.kind = kind
    draft.certainty = 1
  }
}

/** "Duluth, Minnesota" and "Acme, Ohio" are no lists: two names need an "and" between them. */
function isApposition(text: string, list: Named[]): boolean {
  const [first, second] = list
  return list.length === 2 && !!first && !!second && text.slice(first.end, second.start) === ', '
}
