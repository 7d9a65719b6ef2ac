import type { EntityDraft } from './entity'
import { ROLE, TITLE } from './words'

/** "Ada Smith has driven for Acme for 17 years", "Ada Smith, der seit 1998 dort arbeitet" */
const LIVED =
  /^ (?:has|had) (?:driven|worked|taught|lived|cleaned|nursed|cooked|flown|packed) [^.;]{2,60}\bfor (?:\d+|\p{Ll}+) (?:years|months|seasons)\b|^, d(?:er|ie) (?:seit|als|in|bei|dort|hier|selbst) [^.,;]{2,60} (?:arbeitet|lebt|fährt|pflegt|unterrichtet|tätig ist|beschäftigt ist)(?!\p{L})/u
const AGED = /\b\d{2}(?:[ -])?[Jj]ahre? alte[nr]? $|\b\d{2}-jährige[nr]? $/u
/** "la catedrática de Derecho del Trabajo Ana Ruiz", "el operario haitiano Juan Paz" */
const ROLE_ABROAD = new RegExp(
  `(?<![\\p{L}])(?:el|la|un|una|su) ${ROLE.source.slice(1, -1)}(?: de(?:l)? \\p{Lu}\\p{Ll}+(?: del? \\p{Lu}\\p{Ll}+)?| \\p{Ll}+[oae]s?)? $`,
  'iu',
)

/** "Mom of two Denise Byron" */
const PARENT_OF =
  /(?<![\p{L}])(?:mom|mum|mother|dad|father|parent|grandmother|grandfather)[ -]of[ -]\p{Ll}+,? $/iu

/** What only a person does, is at an age, or is called. */
export function weighLife(cues: EntityDraft['cues'], before: string, after: string) {
  // "Mayor Ada Byron's office", where "the mayor" elsewhere makes the first word none of the name
  const title = /(?:^|[.!?”"\n]\s*)(\p{Lu}\p{Ll}+) $/u.exec(before)?.[1]
  if (title && TITLE.test(title)) cues.person += 4
  if (PARENT_OF.test(before)) cues.person += 4
  if (LIVED.test(after) || AGED.test(before) || ROLE_ABROAD.test(before)) cues.person += 4
}
