import type { Entity } from './entity'

/** What a company is called when it is not named. */
const COMPANY =
  /\b(?:company|corporation|firm|giant|retailer|employer|management|executives?|leadership|chain|\p{Ll}*maker|insurer|lender|startup|start-up|platform|app|lab|studio|miner|carrier|operator|owners?|spokes\w+|representatives?|officials?|it|them|they|empresa|compañía|firma|portavoz|unternehmen|konzern|firma|sprecher(?:in)?)\b/iu
/** Bodies that a text names once and by their kind afterwards. */
const BODY =
  /(?<![\p{L}])(hospital|university|college|school|district|department|ministry|agency|council|board|commission|court|city|county|state|government|administration|committee|office|bureau|union|guild|association|church|library|museum|clinic|bank|club|authority|police|sheriff['’]s office|district attorney['’]s office|hochschule|universität|ministerium|gewerkschaft|verein|vorstand|stadt|kanton|behörde|ministerio|ayuntamiento|gobierno|comisión|universidad|sindicato|alcaldía)(?![\p{L}])/iu

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
  const kind = BODY.exec(words)?.[1]
  if (kind) {
    const named = entities
      .filter(
        (entity) => entity.kind === 'organization' && isOfKind(entity.name, kind.toLowerCase()),
      )
      .flatMap((entity) =>
        entity.mentions.map(({ start }) => ({ name: entity.name, start: Math.abs(at - start) })),
      )
      .sort((a, b) => a.start - b.start)[0]
    return named?.name ?? kind
  }
  return main && COMPANY.test(words) ? main.name : null
}

/** "Mercy Lakes Medical Center" is a hospital. */
function isOfKind(name: string, kind: string): boolean {
  const own = name.toLowerCase()
  return own.includes(kind) || (kind === 'hospital' && /medical cent|clinic|klinik/u.test(own))
}
