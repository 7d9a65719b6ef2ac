import type { Entity } from './entity'
import { namedBy } from './generic-names'
import type { Span } from './types'

/** "Through a lawyer, Ada Smith, Acme said … Smith declined to say" is Acme's silence, as is that of its spokesman. */
export function bodyOf(
  name: string,
  { text, entities, main }: { text: string; entities: Entity[]; main: Entity | null },
): string {
  const person = entities.find((entity) => entity.kind === 'person' && entity.name === name)
  if (!person || !SPEAKS_FOR.test(person.description)) return name
  // "company spokesman", "college spokesperson"
  const kind =
    /^(?:the |an? )?(\p{L}+(?:['’]s)?) (?:spokes\p{L}+|press (?:officer|secretary))/iu.exec(
      person.description,
    )?.[1]
  const generic = kind && namedBy(kind, entities, main, person.mentions[0]?.start ?? 0)
  if (generic && entities.some((entity) => entity.name === generic)) return generic
  const own = entities.find(
    (entity) =>
      entity.kind === 'organization' &&
      [entity.name, ...entity.otherNames].some((own) => person.description.includes(own)),
  )
  const through = person.mentions.find(({ start }) =>
    /\bthrough (?:an?|its|their) \p{L}+, $/iu.test(text.slice(Math.max(0, start - 40), start)),
  )
  const beside =
    through &&
    entities.find(
      ({ kind, mentions }) =>
        kind === 'organization' &&
        mentions.some(({ start }) => /^, (?:the )?$/u.test(text.slice(through.end, start))),
    )
  return own?.name ?? beside?.name ?? name
}

/** Those whose silence is their employer's. */
const SPEAKS_FOR =
  /\b(?:spokes\p{L}+|lawyer|attorney|counsel|press (?:officer|secretary)|vice[- ]president|chief executive|managing director|general manager|head of (?:communications|press|human resources)|portavoz|vocer[oa]|sprecher(?:in)?)\b/iu
/** "The Ledger has not heard back from Acme", "has reached out to Acme": who was asked stands behind "to" and "from". */
export function askedIn(
  words: string,
  { 0: said }: RegExpExecArray,
  entities: Entity[],
  sentence: Span,
): string[] | null {
  if (/\bneither (?:company|firm|agency|group|of (?:them|the (?:companies|firms)))\b/iu.test(words))
    return lastTwo(entities, sentence)
  if (
    !/\b(?:heard?|reached out|(?:contacted|approached) (?!for)|get hold of|reach|contact|contactar|localizar|comunicarse|hablar|respuesta|(?:word|response|reply|answer|comment)(?: yet| so far| as yet)? (?:\p{Ll}+ ){0,3}from)\b/iu.test(
      said,
    )
  )
    return null
  const lead =
    /(?<![\p{L}])(?:to|from|with|of|contacted|approached|reach|contact|and|con|del?|al?|por parte de) (?:the |la |el )?(?:empresa |compañía |firma |company |agency )?$/iu
  const names = entities
    .filter(({ kind }) => kind === 'organization' || kind === 'person')
    .filter(({ mentions }) =>
      mentions.some(
        ({ start, end }) =>
          start >= sentence.start &&
          end <= sentence.end &&
          lead.test(words.slice(Math.max(0, start - sentence.start - 24), start - sentence.start)),
      ),
    )
  return names.length > 0 ? names.map(({ name }) => name) : null
}

/** Whom "neither company" means: the two organizations that were named last. */
function lastTwo(entities: Entity[], { start: limit }: Span): string[] | null {
  const named = entities
    .filter(({ kind }) => kind === 'organization')
    .map(({ name, mentions }) => ({
      name,
      at: Math.max(-1, ...mentions.map(({ start }) => start).filter((start) => start < limit)),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
  return named.length < 2 ? null : named.slice(0, 2).map(({ name }) => name)
}
