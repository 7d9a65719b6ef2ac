import { nameList } from '../kinds/define'
import { EMPTY, type Draft, type Findings } from './draft-findings'
import type { Entity } from './entity'
import { retaliationsOf } from './retaliations'
import { passageOf } from './sentences'

const MEASURE =
  /\b(?:fired|suspended|let go|terminated|dismissed|disciplined|laid off|despedid|entlassen)/iu

export function retaliationDrafts(findings: Findings): Draft[] {
  const {
    document: { text, meta },
    sentences,
    entities,
    dates,
    quotes,
    main,
  } = findings
  return retaliationsOf(text, sentences, entities).map(
    ({ form, people, sentence, told, alleged, confidence }) => {
      const person = people.length === 1 ? people[0] : undefined
      const inQuotes = quotes
        .filter(({ value }) => person && value.speaker === person.name && MEASURE.test(value.text))
        .flatMap(({ passages }) =>
          dates.filter(
            ({ passages: [at] }) =>
              at && passages.some(({ start, end }) => at.start >= start && at.end <= end),
          ),
        )
      // The day of the action is in such a sentence as often as that of the firing; only what stands behind the verb is its own.
      const verb = sentence.start + text.slice(sentence.start, sentence.end).search(MEASURE)
      const behind = dates.find(
        (mention) =>
          mention.sentence.start === sentence.start &&
          !mention.ahead &&
          (mention.passages[0]?.start ?? 0) > verb &&
          (mention.passages[0]?.start ?? 0) - verb < 60 &&
          !/\b(?:after|following|for|over)\b/u.test(text.slice(verb, mention.passages[0]?.start)),
      )
      const own = inQuotes[0] ?? behind
      const employer =
        entities.find(
          ({ kind, name }) =>
            kind === 'organization' && people.some(({ description }) => description.includes(name)),
        ) ?? main
      const noun =
        form === 'firing' ? 'firing' : form === 'suspension' ? 'suspension' : 'discipline'
      return {
        ...EMPTY,
        kind: 'retaliation',
        confidence,
        title: titleOf(noun, people, { told, alleged }),
        date: own
          ? { value: own.value, confidence: 0.85, passages: own.passages }
          : meta.published
            ? {
                value: { words: `before ${meta.published}`, edtf: `[..${meta.published}]` },
                confidence: 0.5,
                passages: [],
              }
            : null,
        accordingTo: told && person ? person.name : meta.publisher,
        organizations: employer ? [{ name: employer.name, part: 'actor' }] : [],
        details: { form },
        passages: [passageOf(text, sentence), ...(own?.passages ?? [])],
      }
    },
  )
}

/** "Ada Smith’s account of a firing" where it is theirs, "Firing of Ada Smith and Bo Lee" where it is the report's. */
function titleOf(
  noun: string,
  people: Entity[],
  { told, alleged }: { told: boolean; alleged: boolean },
): string {
  const names = nameList(people.map(({ name }) => name))
  if (names === '') return `Report of a ${noun}`
  if (told) return `${names}’s account of a ${noun}`
  if (alleged) return `Alleged ${noun} of ${names}`
  return noun === 'discipline'
    ? `Discipline of ${names}`
    : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} of ${names}`
}
