import type { Mention } from './names'
import { TITLE } from './words'

const GERMAN_NOUN =
  /^\p{Lu}\p{Ll}*(?:chef|chefin|sprecher|sprecherin|sekretär|sekretärin|vorsitzende[rn]?|konzerns?|herstellers?|zustellers?|betreibers?|anbieters?|dienstleisters?|minister|ministerin|bürgermeister|bürgermeisterin|präsident|präsidentin|abgeordnete[rn]?|fahrerin?|pfleger|pflegerin|aktivist|aktivistin|unternehmens?)$/u

/** "West Yorkshire Mayor Ada Smith" is a place and a person. */
export function splitAtTitle(text: string, mention: Mention): Mention[] {
  const tokens = [...mention.words.matchAll(/\S+/gu)]
  const noun = tokens[0]?.[0] ?? ''
  // In German what somebody is begins with a capital too: "Vorstandschef Ulrich Groß".
  if (tokens.length > 1 && GERMAN_NOUN.test(noun)) {
    const start = mention.start + (tokens[1]?.index ?? 0)
    return [{ ...mention, start, words: text.slice(start, mention.end), opening: false }]
  }
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && TITLE.test(token[0]),
  )
  const title = tokens[at]
  if (at < 1 || !title || tokens.length - at < 3) return [mention]
  const cut = mention.start + title.index
  const before = text.slice(mention.start, cut).trimEnd()
  return [
    { ...mention, end: mention.start + before.length, words: before },
    { ...mention, start: cut, words: text.slice(cut, mention.end), opening: false },
  ]
}

/** "Sen. Ada Smith" is named Ada Smith; a title alone is nobody. */
export function withoutTitle(text: string, mention: Mention): Mention | null {
  const title = /^([\p{L}]+\.?)\s+/u.exec(mention.words)
  if (!title) return TITLE.test(mention.words) ? null : mention
  if (!TITLE.test(title[1] ?? '')) return mention
  const start = mention.start + title[0].length
  const rest = { ...mention, start, words: text.slice(start, mention.end), opening: false }
  return rest.words === '' ? null : rest
}
