import type { Entity } from './entity'
import { namedBy } from './generic-names'
import type { Span } from './types'

/** "It did not respond" speaks of the organization, "he" of the person that was named last. */
export function pronounBefore(
  text: string,
  clause: string,
  entities: Entity[],
  sentence: Span,
  { previous, main }: { previous: Span | null; main: Entity | null },
): string[] | null {
  const pronoun = /^\s*(It|They|Both|Neither|He|She|Es|Sie|Er|Dies(?:e|er|es))\b/u.exec(clause)?.[1]
  if (!pronoun || (clause.trim().split(/\s+/u).length > 2 && !GOES_ON.test(clause))) return null
  const kind = /^(?:He|She|Er)$/u.test(pronoun) ? 'person' : 'organization'
  const spokenOf = pronoun === 'It' ? subjectOf(text, previous, entities, main) : null
  if (spokenOf) return [spokenOf]
  const before = entities
    .filter((entity) => entity.kind === kind)
    .flatMap((entity) =>
      entity.mentions
        .filter(({ end }) => end <= sentence.start && end > sentence.start - 350)
        .map(({ end }) => ({ name: entity.name, end })),
    )
    .concat(kind === 'person' ? spokenFor(text, entities, sentence) : [])
    .sort((a, b) => b.end - a.end)[0]
  return before ? [before.name] : null
}

/** "She left early and did not respond": one subject of two verbs. What somebody said has subjects of its own. */
const GOES_ON =
  /^\s*(?:He|She|It|They) (?!(?:said|says|told|added|wrote|argued|thought|claimed)\b)\p{Ll}+ (?:(?!(?:that|who|which|when|as|while)\b)[^,;:“”"\s]+ ){0,9}(?:and|but) (?:also |then )?$/u

/** The body that a sentence speaks of: "The department opened an inquiry", "In a statement the trust said". */
export function subjectOf(
  text: string,
  sentence: Span | null,
  entities: Entity[],
  main: Entity | null,
): string | null {
  if (!sentence) return null
  const words = text.slice(sentence.start, sentence.end)
  const kind =
    /^(?:In an? \p{Ll}*(?: \p{Ll}+)?,? t|T)he (?:[\p{Ll}-]+ )?[\p{Ll}-]+(?= \p{Ll}+(?: |:))/u.exec(
      words,
    )?.[0]
  const name = kind ? namedBy(kind, entities, main, sentence.start) : null
  return entities.some((entity) => entity.kind === 'organization' && entity.name === name)
    ? name
    : null
}

/** "A spokesman for Acme said … He declined": nobody is named, and it is Acme's silence. */
function spokenFor(text: string, entities: Entity[], { start: limit }: Span) {
  return entities
    .filter(({ kind }) => kind === 'organization')
    .flatMap(({ name, mentions }) =>
      mentions
        .filter(
          ({ start, end }) =>
            end <= limit &&
            end > limit - 350 &&
            SPEAKS.test(text.slice(Math.max(0, start - 40), start)),
        )
        .map(({ end }) => ({ name, end })),
    )
}
const SPEAKS =
  /\b(?:spokes\p{L}+|representative|lawyer|solicitor|barrister|official) (?:for|of|from) (?:the )?$/iu

/** In Spanish the subject is left out, in German it is "man": whoever spoke in the sentence before. */
export function leftOut(
  text: string,
  said: string,
  clause: string,
  entities: Entity[],
  { start: limit }: Span,
): string[] | null {
  const without =
    /^(?:ha|han|no (?:quiso|quisieron|hizo|ha|han|dio)|declinó|prefirió|optó|rehusó|se negó|evitó)(?!\p{L})/iu.test(
      said,
    ) &&
    /^(?:(?:Sobre|Consultad[oa]s?|Preguntad[oa]s?|Ante|Respecto|Al ser)\b[^.;]*,\s*)?(?:también |tampoco )?$/u.test(
      clause,
    )
  const one = /^woll\p{Ll}+ man |\bbeantwortete?n? (?:man|sie|er) /iu.test(said)
  if (!without && !one) return null
  const last = entities
    .filter(({ kind }) => kind === 'organization')
    .flatMap(({ name, mentions }) =>
      mentions
        .filter(({ start }) => start < limit && start > limit - 300)
        // "dijo a El País" names who asked.
        .filter(
          ({ start }) =>
            !/(?<!\p{L})(?:al?|por|con|an|von|bei) (?:la |el |der |die )?$/u.test(
              text.slice(Math.max(0, start - 16), start),
            ),
        )
        .map(({ start }) => ({ name, start })),
    )
    .sort((a, b) => b.start - a.start)[0]
  return last ? [last.name] : null
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
