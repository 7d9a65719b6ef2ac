import { WEEKDAYS } from './words'

const AHEAD =
  /\b(?:deadline\b[^.;]{0,40} is|is (?:listed|down) for|said (?:it|he|she|they|the \p{Ll}+) would(?! not)|could (?:start|begin|come|happen|take place)|as (?:soon|early) as|will|resumes?|comes|returns|begins|opens|launches|starts|takes place|kicks off|is to (?:run|open|begin|start|end|close)|\p{Ll}+(?:rá|rán)(?![\p{L}])|plans? to|planned for|scheduled|upcoming|(?:is|was|are|were) due to|(?:is|are|was|were) set to|set for|soll|sollen|going to|expected to|va a|van a|convocad[oa]s? para|wird|werden|kommenden?|geplant)(?![\p{L}])/iu

/** The year in which a body was founded is no date of an action. */
const BACKGROUND =
  /\b(?:founded|established|incorporated|born|fundad[oa]s?|cread[oa]s?|gegründet)(?: [\p{L}.]+){0,2} $/iu

export const STREET =
  /(?<![\p{L}])(?:bulevar|avenida|calle|plaza|paseo|colonia|glorieta|barrio|stra(?:ß|ss)e des|platz des|allee des) (?:del |de )?$/iu

/** Words right before a date that set it as an end or a beginning to come. */
const UNTIL =
  /\b(?:by|before|through|due|until|till|from|next|deadline|expires?|vence|hasta|antes|bis)\b/iu

/** "a letter signed by employees in late June": who did it, and no day by which it is to be done. */
const BY_SOMEBODY = /\bby (?!the |end |early |late |mid)\p{L}+ (?=(?:in|on|at|last|this|of) )/iu

/** "before its results in February" */
const BEFORE_THEN = /\bbefore (?:its|their|the|an?|next) (?:[\p{L}'’-]+ ){1,4}$/iu

/** "before dawn Tuesday" is a time of that day. */
const BEFORE_DAWN =
  /\bbefore (?=(?:dawn|sunrise|daybreak|sunup|noon|midday|work|school|midnight|the (?:start|shift))\b)/iu

/** "cut by 38% since January" and "by press time on Tuesday" set no day to come. */
const BY_HOW_MUCH =
  /\bby (?:\d[\d.,]*(?:%| ?per ?cent| percent| points?)|press time|deadline|the time of \p{L}+)(?= )/iu

/** "will raise it at the board of the Transport Authority on": however far the verb stands. */
const WILL = /\b(?:will|plans? to|is (?:due|set|scheduled) to) (?!have )[^.;,“”"]{0,110}$/iu

/** A day that something was set for, where no "is" or "are" says that it still is. */
export const SCHEDULED = /(?<!\b(?:is|are|be) )\b(?:scheduled|planned|set) for (?:\p{L}+day, )?$/iu

/** "worked there until Friday" looks back. */
const LASTED =
  /(?<!\bto )\b(?:worked|lived|served|lasted|ran|taught|drove|stayed) [^,.;]{0,60}\b(?:un)?till? $/u

/** "I would have stayed till Friday" */
const WOULD_HAVE = /(?:\bwould|\bcould|['’]d) have \p{L}+ [^,.;]{0,60}\b(?:un)?till? $/u

/** "The trustees meet June 12": what is to come is told in the present. */
const MEETS =
  /\b(?:meets?|reconvenes?|convenes|expires|ends|closes|concludes) (?:again |next )?(?:on |from )?$/u

/** "A vote in June is a vote when nobody is here": any such vote. "The vote in June is under review" was held. */
const ANY_SUCH = /(?<![\p{L}])an? (?:\p{Ll}+ ){1,2}$/iu
const IS_SUCH = /^ (?:is|would be) (?:an?|no|too) /u

/** "went on strike from Tuesday" looks back as well. */
const BEGUN =
  /\b(?:went on|walked out|downed tools|began|started|(?:has|have|had) been) [^,.;]{0,60}\bfrom $/u

/** "Sunday is when my kids have a mother": any such day. */
export function isAnySuchDay(date: string, after: string): boolean {
  return (
    new RegExp(`^(?:${WEEKDAYS})$`, 'iu').test(date) &&
    /^ is (?:when|for|always|usually|my|our|family)\b/u.test(after)
  )
}

/** Whether a year tells how old something is, and not when something was done. */
export function isBackground(before: string, date: string): boolean {
  return /^(?:in |since )?\d{4}$/iu.test(date) && BACKGROUND.test(before)
}

/** Whether the words around a date say that it is yet to come. */
export function liesAhead(words: string, index: number, date: string): boolean {
  const end = index + date.length
  return (
    AHEAD.test(words.slice(Math.max(0, index - 60), end)) ||
    (UNTIL.test(
      words
        .slice(Math.max(0, index - 14), end)
        .replace(BY_SOMEBODY, '')
        .replace(BEFORE_DAWN, '')
        .replace(BY_HOW_MUCH, ''),
    ) &&
      (!LASTED.test(words.slice(0, index)) || WOULD_HAVE.test(words.slice(0, index))) &&
      !BEGUN.test(words.slice(Math.max(0, index - 90), index + (/^from /iu.test(date) ? 5 : 0))) &&
      !/\bhad (?:\p{Ll}+ed|given|set|told|said|been|sent|made)\b/u.test(words)) ||
    BEFORE_THEN.test(words.slice(0, index)) ||
    WILL.test(words.slice(Math.max(0, index - 130), index)) ||
    (ANY_SUCH.test(words.slice(Math.max(0, index - 60), index)) &&
      IS_SUCH.test(words.slice(end, end + 14))) ||
    MEETS.test(words.slice(Math.max(0, index - 60), index)) ||
    /^(?:el próximo|este próximo|próximo|bis|kommenden)\b/iu.test(date) ||
    /^(?: \p{Ll}+){0,4} \p{Ll}+(?:rá|rán)(?![\p{L}])/u.test(words.slice(end, end + 50))
  )
}
