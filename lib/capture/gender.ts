import type { Entity } from './entity'

/** Whom a pronoun of one person may mean. */
export const GENDER: Partial<Record<string, 'she' | 'he'>> = {
  ...{ she: 'she', ella: 'she', he: 'he', él: 'he', er: 'he' },
}

/** What the text says of somebody's gender: a title, "spokeswoman", "his" soon after. Empty where it says nothing. */
export function genderOf(text: string, { mentions, description }: Entity): 'she' | 'he' | '' {
  const said = (words: string) =>
    /\b(?:Ms|Mrs|Miss|Sister|Frau|Señora|Sra|Doña|spokeswoman|chairwoman|mother|sister|daughter|wife|portavoza|sprecherin|congresswoman|councilwoman|alderwoman|\p{Ll}+(?:erin|entin))\b/u.test(
      words,
    )
      ? 'she'
      : /\b(?:Mr|Brother|Father|Herr|Señor|Sr|Don|spokesman|chairman|father|brother|son|husband|congressman|councilman|alderman)\b/u.test(
            words,
          )
        ? 'he'
        : ''
  const told = said(description)
  if (told) return told
  for (const { start, end } of mentions) {
    const title = said(
      text
        .slice(Math.max(0, start - 22), start)
        .split(/[.!?“”"](?= )/u)
        .at(-1) ?? '',
    )
    if (title) return title
    // "said the trust should reinstate her": another, of whom the person speaks
    const pronoun =
      /^(?!,? (?:said|says|told|added|wrote)\b)[^.!?“”"\n\p{Lu}]{0,80}?\b(she|her|he|his|himself|herself)\b/u.exec(
        text.slice(end, end + 120),
      )?.[1]
    if (pronoun) return /^(?:she|her)/u.test(pronoun) ? 'she' : 'he'
    const next = nextSentence(text.slice(end, end + 400))
    if (next) return next
  }
  return ''
}

/** "Ada Smith has posted online: “…” She did not say why.": the next sentence, where it has no other name. */
function nextSentence(after: string): 'she' | 'he' | '' {
  const plain = after
    .split('\n')[0]
    ?.replace(/[“"][^“”"]*([.!?]?)[”"]/gu, '$1')
    .trimEnd()
  const pronoun = /^(?:(?!\p{Lu}\p{L}+ \p{Lu}|[.!?] )[^\n])*?[.!?] (She|He)\b/u.exec(
    plain ?? '',
  )?.[1]
  return pronoun === undefined ? '' : pronoun === 'She' ? 'she' : 'he'
}
