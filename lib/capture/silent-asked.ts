import type { Entity } from './entity'
import type { Span } from './types'

/** "We e-mailed Acme’s owner, Vexel. We are still waiting to hear back.": whom the sentence before says was asked. */
export function askedBefore(
  text: string,
  sentence: Span | null,
  entities: Entity[],
  publisher: string,
): string[] | null {
  if (!sentence) return null
  const asked = ASKED.exec(text.slice(sentence.start, sentence.end))
  if (!asked) return null
  const from = sentence.start + asked.index + asked[0].length
  const named = entities
    .filter(({ kind, name }) => kind !== 'place' && kind !== 'other' && name !== publisher)
    .flatMap(({ name, kind, mentions }) =>
      mentions
        .filter(({ start, end }) => start >= from && end <= sentence.end)
        .map(({ start }) => ({ name, kind, start })),
    )
    .sort((a, b) => a.start - b.start)
  const one = named.find(({ kind }) => kind === 'organization') ?? named[0]
  return one ? [one.name] : null
}
const ASKED =
  /\b(?:e-?mailed|called|phoned|contacted|messaged|asked|wrote to|written to|reached out to)\b/iu

/** "The Minister was unavailable": whoever was named with that office before. */
export function holderOf(
  clause: string,
  text: string,
  entities: Entity[],
  { start: limit }: Span,
): string[] | null {
  const office = OFFICE.exec(clause)?.[1]
  if (!office) return null
  const held = new RegExp(`(?<![\\p{L}])${office}(?![\\p{L}])`, 'iu')
  const holder = entities
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ name, description, mentions }) =>
      mentions
        .filter(
          ({ start }) =>
            start < limit &&
            (held.test(description) || held.test(text.slice(Math.max(0, start - 40), start))),
        )
        .map(({ start }) => ({ name, start })),
    )
    .sort((a, b) => b.start - a.start)[0]
  return holder ? [holder.name] : null
}
const OFFICE =
  /^The (minister|mayor|governor|premier|provost|senator|president|chancellor|secretary|commissioner|superintendent|sheriff|dean)(?: (?:himself|herself|also))? $/iu
