import type { Entity } from './entity'
import { UNION } from './words'

/** What a company is called when it is not named. */
const COMPANY =
  /\b(?:company|corporation|firm|giant|retailer|employer|management|executives?|leadership|chain|\p{Ll}*maker|insurer|lender|startup|start-up|platform|app|lab|studio|miner|carrier|operator|owners?|spokes\w+|representatives?|officials?|it|them|they|empresa|compañía|firma|portavoz|unternehmen|konzern|firma|sprecher(?:in)?)\b/iu
/** Bodies that a text names once and by their kind afterwards. */
const BODY =
  /(?<![\p{L}])(hospital|university|college|school|district|department|ministry|agency|council|board|commission|court|city|county|state|government|administration|committee|office|bureau|union|guild|association|church|library|museum|clinic|bank|club|authority|police|sheriff['’]s office|district attorney['’]s office|hochschule|universität|ministerium|gewerkschaft|verein|vorstand|stadt|kanton|behörde|ministerio|instituto|bildungswerk|ayuntamiento|gobierno|comisión|universidad|sindicato|alcaldía)(?![\p{L}])/iu

/** "the city attorney's office": an office that speaks for itself and goes by what its holder is. */
const OFFICE_OF =
  /\b(?:[Tt]he )?((?:\p{Ll}+ )?(?:attorney|mayor|governor|provost|president|prosecutor|clerk|chancellor|premier|minister|senator|auditor|coroner|superintendent|treasurer|dean|ombudsman|comptroller|registrar)['’]s (?:press )?office)\b/u

/** Words that are also no body's: "to fund", "with trust". They mean one only where a body of that name is. */
const NAMED_BODY =
  /\b(?:the|its|this|that) (?:[\p{Ll}-]+['’]?s? )?(fund|trust|festival|foundation|society|charity|federation|alliance|network|institute|regulator|watchdog)\b/iu

/**
 * Whom words such as "a spokeswoman for the hospital" or "the company" mean: the organization of that kind
 * that was named last, the kind itself where none was, and for a company the one that the text is about.
 */
export function namedBy(
  words: string,
  entities: Entity[],
  main: Entity | null,
  at: number,
): string | null {
  const office = OFFICE_OF.exec(words)?.[1]
  if (office) return officeIn(entities, office) ?? office
  const kind = BODY.exec(words)?.[1]
  const own = kind ? undefined : NAMED_BODY.exec(words)?.[1]
  if (kind ?? own) {
    const named = entities
      .filter(
        (entity) =>
          entity.kind === 'organization' &&
          isOfKind(entity.name, (kind ?? own ?? '').toLowerCase()),
      )
      .flatMap((entity) =>
        entity.mentions.map(({ start }) => ({ name: entity.name, start: Math.abs(at - start) })),
      )
      .sort((a, b) => a.start - b.start)[0]
    if (named ?? kind) return named?.name ?? kind ?? null
  }
  if (!main || !COMPANY.test(words)) return null
  // "The company did not answer", in a report that is most about a council
  const companies =
    BODY.test(main.name) || UNION.test(main.name)
      ? entities
          .filter(
            ({ kind: own, name }) =>
              own === 'organization' && !BODY.test(name) && !UNION.test(name),
          )
          .sort((a, b) => b.mentions.length - a.mentions.length)
      : []
  return /\b(?:company|firm|corporation|retailer|employer|operator|startup|start-up)\b/iu.test(
    words,
  ) && companies[0]
    ? companies[0].name
    : main.name
}

/** "the district attorney's office", where a report names it with its county. */
function officeIn(entities: Entity[], office: string): string | null {
  const wanted = office.toLowerCase().replace(/^(?:the|a|an) /u, '')
  const named = entities.find(
    ({ kind, name }) => kind === 'organization' && name.toLowerCase().endsWith(wanted),
  )
  return named?.name ?? null
}

/** "Mercy Lakes Medical Center" is a hospital. */
function isOfKind(name: string, kind: string): boolean {
  const own = name.toLowerCase()
  // "the hospital" is not the Hospital Nurses Union.
  if (UNION.test(name) && !UNION.test(kind) && !own.endsWith(kind)) return false
  return own.includes(kind) || (kind === 'hospital' && /medical cent|clinic|klinik/u.test(own))
}
