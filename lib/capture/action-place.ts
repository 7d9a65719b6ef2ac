import { isSignedAnywhere, isSitting, type ActionFound } from './actions'
import type { Findings } from './draft-findings'
import { passageOf } from './sentences'
import type { Found, Span } from './types'
import { PLACE_WORD, ROLE } from './words'

/** "Rally at the Amazon Spheres", "Strike in Toledo". */
export function actionTitle(label: string, place: string): string {
  const name = place.split(', ')[0] ?? ''
  if (name === '') return label
  if (!hasBuilding(name) && !SITE.test(name)) return `${label} in ${name}`
  return `${label} at ${/^(?:the|el|la|der|die|das)\b|^(?:town|city) hall|^\S+(?: \S+)?['’]s? /iu.test(name) || /\b(?<!^corner .*|^intersection .*)(?:Street|Avenue|Square|Park|Plaza|Hall|Road|Drive|Boulevard|Lane|St|Ave|Blvd|Rd|platz|straße)$/iu.test(name) ? '' : 'the '}${name}`
}

/** "a consultant in Toledo", "Bo Lee, a welder from Toledo": where somebody lives or works. */
function isHome(before: string): boolean {
  return new RegExp(
    `(?:^|[\\s,])(?:an?|one|another) (?:[\\p{L}-]+ ){0,3}?${ROLE.source.slice(1, -1)}(?<!s) (?:in|from|of|near) $|\\b(?:consultant|native|resident) (?:in|from|of) $`,
    'iu',
  ).test(before)
}

/** "Toledo protests", "the Toledo war": what is spoken of, which may be anywhere. */
function isTopic(after: string): boolean {
  return /^ (?:protests?|war|polic(?:y|ies)|issues?|conflict|crisis|ties|contracts?|solidarity|campaigns?|movement|deals?|occupation|actions?|activism)\b/u.test(
    after,
  )
}

/** "the war in Toledo": what a protest elsewhere is about. */
function isSubject(before: string): boolean {
  return /\b(?:war|conflict|genocide|crisis|occupation|killings?|invasion|(?:military )?(?:efforts|actions|operations|strikes)|ceasefire|people|children|civilians) in (?:the )?$/iu.test(
    before,
  )
}

/** "in Toledo", "the Toledo plant", and not "the Toledo war" or "over Toledo". */
function isWhere(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 24)
  return (
    (/\b(?:in|at|near|outside|downtown|central|en|desde|bei|nahe) (?:the )?(?:\p{Ll}+ )?$/iu.test(
      before,
    ) &&
      !isTopic(after)) ||
    /(?:^|\n)(?:\p{Lu}[\p{L}.'’-]+, )?$/u.test(before) ||
    /^(?:['’]s)? (?:area|plant|store|office|warehouse|headquarters|campus|site|factory|hospital|school|city council|council|mayor)/iu.test(
      after,
    )
  )
}

const SITE =
  /^(?:the|corner|intersection) |\b(?:offices?|stores?|plant|warehouse|factory|mill|campus|clinic|courthouse|terminal)$/u

/** Where the action was: the building that is named or described, and its town. */
export function actionPlace(
  { document, sentences, entities, facilities, landmarks }: Findings,
  action: ActionFound,
): Found<string> | null {
  const { text } = document
  const elsewhere = sentences.filter((span) => isOfAnother(text.slice(span.start, span.end)))
  const spans = [
    ...action.sentences
      .slice(0, 5)
      .filter((span) => !isAnnounced(text.slice(span.start, span.end)))
      .filter((span) => !isOfAnother(text.slice(span.start, span.end))),
    ...document.captions.flatMap(({ passage }) => (passage ? [passage] : [])),
  ]
  const places = entities
    .filter(({ kind }) => kind === 'place')
    .flatMap((entity) =>
      entity.mentions
        .filter(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end))
        .map((mention) => ({ entity, mention })),
    )
    .sort((a, b) => a.mention.start - b.mention.start)
  const building = places
    .filter(({ entity }) => hasBuilding(entity.name))
    .sort((a, b) => b.entity.name.length - a.entity.name.length)[0]
  const exact = landmarks[0]
  const town =
    places.find(
      ({ entity, mention }) =>
        !hasBuilding(entity.name) &&
        OF_ACTION.test(text.slice(Math.max(0, mention.start - 40), mention.start)),
    ) ??
    places.find(
      ({ entity, mention }) =>
        !hasBuilding(entity.name) &&
        !isTopic(text.slice(mention.end, mention.end + 24)) &&
        !isSubject(text.slice(Math.max(0, mention.start - 40), mention.start)) &&
        !isHome(text.slice(Math.max(0, mention.start - 60), mention.start)) &&
        !exact?.passages.some(({ start, end }) => mention.start >= start && mention.end <= end),
    ) ??
    null
  const dateline = datelineOf(text)
  const townName =
    town?.entity.name ??
    dateline?.value ??
    entities.find(
      ({ kind, name, mentions }) =>
        kind === 'place' &&
        !isSignedAnywhere(action) &&
        !hasBuilding(name) &&
        mentions.some(
          (mention) =>
            mention.start < 600 &&
            !elsewhere.some(({ start, end }) => mention.start >= start && mention.end <= end) &&
            isWhere(text, mention) &&
            !isSubject(text.slice(Math.max(0, mention.start - 40), mention.start)) &&
            !isHome(text.slice(Math.max(0, mention.start - 60), mention.start)),
        ) &&
        !exact?.value.includes(name),
    )?.name
  const passages = [building?.mention, town?.mention]
    .filter((mention) => mention !== undefined)
    .map((mention) => passageOf(text, mention))
  if (exact)
    return {
      value: [exact.value, townName].filter(Boolean).join(', '),
      confidence: 0.85,
      passages: [...exact.passages, ...(town ? [passageOf(text, town.mention)] : [])],
    }
  if (building) {
    const name =
      townName && building.entity.name.includes(townName)
        ? building.entity.name
        : [building.entity.name, townName].filter(Boolean).join(', ')
    return {
      value: name,
      confidence: 0.9,
      passages: [...passages, ...(town || !dateline ? [] : dateline.passages)],
    }
  }
  const facility = facilities[0]
  // "at an Acme warehouse in Toledo"
  const beside = entities.find(
    ({ kind, mentions }) =>
      kind === 'place' &&
      mentions.some(({ start }) =>
        facility?.passages.some(({ end }) => start === end + ' in '.length),
      ),
  )?.name
  const near = beside ?? townName
  if (facility)
    return {
      value: [facility.value, facility.value.includes(near ?? ' ') ? '' : near]
        .filter(Boolean)
        .join(', '),
      confidence: 0.8,
      passages: [...facility.passages, ...(town ? [passageOf(text, town.mention)] : [])],
    }
  const seat = townName ? null : seatOf(entities, action)
  if (seat)
    return {
      value: seat.name,
      confidence: 0.75,
      passages: [passageOf(text, seat.mention)],
    }
  if (townName)
    return {
      value: townName,
      confidence: 0.85,
      passages: town ? [passageOf(text, town.mention)] : (dateline?.passages ?? []),
    }
  return null
}

/** "Another rally is planned for March 6" is about another place. */
function isAnnounced(words: string): boolean {
  return /\b(?:another|next|upcoming) (?:rally|march|strike|protest|action|vigil|walkout)\b|\b(?:is|are) (?:planned|scheduled|set) for\b/iu.test(
    words,
  )
}

/** Where a council sits, for what happened in its hall: "the Flagstaff City Council voted". */
function seatOf(
  entities: Findings['entities'],
  action: ActionFound,
): { name: string; mention: Span } | null {
  if (!isSitting(action)) return null
  for (const entity of entities) {
    const name = COUNCIL.exec(entity.name)?.[1]
    const [mention] = entity.mentions
    if (entity.kind === 'organization' && name && mention) return { name, mention }
  }
  return null
}
const COUNCIL =
  /^(.+?) (?:(?:City|Town|Village|Borough) (?:Council|Commission|Board)|(?<=County )(?:Council|Commission|Board of Supervisors))$/u

/** "attended a picket in Toledo", which says more than where the report was written */
const OF_ACTION =
  /\b(?:pickets?|rall(?:y|ies|ied)|protest(?:s|ed)?|march(?:es|ed)?|vigil|walkout|demonstration|sit-in|gathered|walked out)(?: held)? (?:in|at) $/iu

/** "Three days later, 30 drivers in Illinois walked out too": another action than the one before it. */
export function isOfAnother(words: string): boolean {
  return /^(?:later in the (?:broadcast|program|show)|coming up|\p{L}+ (?:hours|days|weeks|months|years) (?:later|earlier|before|after)|(?:the|a) (?:next|following|previous) (?:day|week|month)|meanwhile|elsewhere|in (?:19|20)\d\d(?=,)|(?:an? )?similar(?:ly)?|separately|in a separate|last (?:year|month)|earlier this)\b/iu.test(
    words,
  )
}

function hasBuilding(name: string): boolean {
  return (
    name.split(/\s+/u).some((word) => PLACE_WORD.test(word)) &&
    !/\b(?:City|County|Valley|Island|Lake|River|Beach|Port)\b/u.test(name)
  )
}

/** "SEATTLE (AP) —" and "Seattle, Feb. 13 —" at the head of a report. */
function datelineOf(text: string): Found<string> | null {
  const match =
    /^((?:\p{Lu}[\p{Lu}.'-]+(?: \p{Lu}[\p{Lu}.'-]+){0,3})|(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}))(?:, [\p{L}.]{2,12})?(?: \([^)]{2,20}\)|, \p{L}+\.? \d{1,2}(?:, \d{4})?)?(?:\s?[—–]|\s?--|\s-(?=\s)) ?(?=["“‘'(]?[\p{Lu}\d])/mu.exec(
      text,
    )
  if (!match?.[1]) return null
  const name = match[1].replace(
    /\p{Lu}[\p{Lu}'-]+/gu,
    (word) => word.charAt(0) + word.slice(1).toLowerCase(),
  )
  return {
    value: name,
    confidence: 0.85,
    passages: [passageOf(text, { start: match.index, end: match.index + match[1].length })],
  }
}
