import type { Entity } from './entity'
import type { Findings } from './draft-findings'
import { passageOf } from './sentences'
import type { DraftPerson, Found, FoundQuote } from './types'

const FOR_COMPANY =
  /\b(?:spokes\p{L}+|chief|officer|head of|president|executive|ceo|cfo|cto|chair\p{L}*|lawyer|attorney|counsel|director|vice president|manager|portavoz|sprecher(?:in)?|vorstand\p{L}*)\b/iu
const AGAINST_IT =
  /\b(?:former|fired|ex-|union|organi[sz]er|worker|employee|engineer|activist|shareholder)\b/iu

/** Who answers for a public body does not speak at an action: "White House spokeswoman". */
const OF_OFFICE =
  /\b(?:white house|police|department|ministry|government|administration|sheriff['’]s office|homeland security)\b[^,;]{0,40}\bspokes\p{L}+|\bspokes\p{L}+ (?:for|of|at|with) (?:the )?(?:[\p{L}.]+ ){0,3}(?:white house|police|department|ministry|government|administration|sheriff)/iu

/** Who runs a workplace, and says for which in other words: "Operations manager", "owner of a restaurant". */
const RUNS_IT =
  /^(?:the |an? )?(?:operations|plant|general|store|district|area|regional|human resources|hr|communications|public affairs|public relations|media relations) (?:manager|director|officer|chief)\b|^(?:the |an? )?(?:co-)?owners? of\b|^(?:the |an? )?(?:company )?spokes\p{L}+$/iu

/** The organization, of those that are asked for something, for which somebody speaks: "Acme spokeswoman". */
function speaksFor(description: string, names: string[], entities: Entity[]): string | null {
  if (!FOR_COMPANY.test(description) || AGAINST_IT.test(description)) return null
  return (
    names.find((name) =>
      [name, ...(entities.find((entity) => entity.name === name)?.otherNames ?? [])].some((one) =>
        description.includes(one),
      ),
    ) ?? null
  )
}

/** Whom demands are put to, and whom the text is about. */
function asked({ demands, main }: Findings): string[] {
  return [
    ...new Set([...demands.flatMap(({ value }) => value.targets), ...(main ? [main.name] : [])]),
  ]
}

/**
 * Who spoke, with their words: at the action, or for an organization that is asked.
 *
 * @param organization whose speakers are wanted; false for those of the action, who speak for none that is asked
 */
export function speakersOf(
  findings: Findings,
  quotes: Found<FoundQuote>[],
  organization: string | false,
): DraftPerson[] {
  const {
    document: { text },
    entities,
  } = findings
  const names = asked(findings)
  const speakers = new Map<string, string>()
  for (const { value } of quotes)
    if (value.speakerKind === 'person' && !speakers.has(value.speaker))
      speakers.set(value.speaker, value.description)
  return [...speakers].flatMap(([name, said]): DraftPerson[] => {
    const entity = entities.find((one) => one.name === name)
    const description = entity?.description || said
    const body = speaksFor(description, names, entities)
    if (organization === false && (OF_OFFICE.test(description) || RUNS_IT.test(description)))
      return []
    if (organization === false ? body !== null : body !== organization) return []
    return [
      {
        name,
        description,
        known: entity?.known?.id || null,
        role: 'speaker',
        quotes: quotes.filter(({ value }) => value.speaker === name),
        passages: (entity?.mentions ?? []).slice(0, 3).map((mention) => passageOf(text, mention)),
      },
    ]
  })
}
