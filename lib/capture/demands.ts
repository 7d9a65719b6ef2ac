import { partsOf } from './demand-parts'
import type { Entity } from './entity'
import { passageOf } from './sentences'
import type { Found, FoundDemand, Span } from './types'

const ASKED =
  '(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|pressur(?:e|es|ed|ing)|implor(?:e|es|ed|ing)|want(?:s|ed|ing)?|tell(?:s|ing)?|petition(?:s|ed|ing)?|beg(?:s|ged|ging)?|challeng(?:e|es|ed|ing)|dar(?:e|es|ed|ing)|appeal(?:s|ed|ing)? to|demand(?:s|ed|ing)? (?:of|from))'
/** "calling on Acme to end its contracts" */
const ASKED_TO = new RegExp(
  `\\b${ASKED} ((?:the |that )?[^.;:!?"“”\\n]{2,120}?),? to ((?:immediately |permanently )?[\\p{Ll}][^.;!?"“”\\n]*)`,
  'giu',
)
/** "demanded the company cut", "demanding that Acme rehire" */
const DEMANDED_THAT =
  /\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|request(?:s|ed|ing)?|propos(?:es|ed|ing)) (?:that )?((?:the |all )?[^.;:!?"“”\n]{2,70}?) ((?:immediately |also |not )?(?:cut|end|stop|drop|cancel|sever|terminate|halt|pay|raise|recognize|recognise|bargain|negotiate|rehire|reinstate|give|provide|commit|release|publish|disclose|divest|refuse|reject|withdraw|return|restore|respect|guarantee|increase|improve|hire|reduce|remove|ban|close|open|keep|honor|honour|protect|sign|agree|apologize|apologise|reverse|resign|be|do|make|meet|come|allow|let|share|implement|adopt|address|abandon|suspend|scrap|freeze|fund|fire|dismiss|offer|lower|limit|bring|change|fix|install|investigate|join|leave|put|replace|report|review|set|support|take|turn|use|abolish|accept|acknowledge|break|build|pull|phase|ensure|establish|extend|create|eliminate|expand|convert|fully|publicly|start|begin|cease|refrain|grant|drop)\b[^.;!?"“”\n]*)/giu
/** "demanding higher wages", "called for an end to" */
const DEMANDED =
  /\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|fight(?:s|ing)? for|press(?:es|ed|ing)? for|campaign(?:s|ed|ing)? for|protest(?:s|ed|ing)? for|rall(?:ied|ying) for|strik(?:e|es|ing) for|ask(?:s|ed|ing)? for|seek(?:s|ing)?) ((?!that\b|remain|have\b|are\b|were\b|had\b|include|my\b|his\b|her\b|the company\b|answers\b|comment\b|action\b|change\b|changes\b|more information\b)[^.;:!?"“”\n]{4,200})/giu
/** "Their demands include A, B and C" */
const DEMANDS_ARE =
  /\b(?:demands?|asks) (?:include[sd]?|are|were|is|was|:)\s*:?\s*([^.!?\n]{4,400})/giu

const NOT_A_TARGET =
  /^(?:people|everyone|everybody|others|supporters|members|workers|attendees|the crowd|consumers|customers|the public|shoppers|drivers|him|her|us|you|me|protesters|reporters|residents|voters|each other|them to|readers)$/iu

export type DemandContext = {
  text: string
  entities: Entity[]
  /** What "the company" means in this text: the organization that it speaks of most. */
  main: Entity | null
}

/** Finds what is asked of whom. One sentence may ask several things of several. */
export function demandsOf(context: DemandContext, sentences: Span[]): Found<FoundDemand>[] {
  const found: Found<FoundDemand>[] = []
  let target: string[] = []
  let listing = false
  for (const sentence of sentences) {
    const words = context.text.slice(sentence.start, sentence.end)
    if (isHeadline(words)) continue
    const bullet = /^\s*(?:[-•*–—·]|\d{1,2}[.)])\s+(?=\S)/u.exec(words)
    if (listing && bullet) {
      add(
        target.length > 0 ? target : context.main ? [context.main.name] : [],
        words.slice(bullet[0].length),
        bullet[0].length,
        0.85,
      )
      continue
    }
    listing = /\b(?:demands?|asks?|call(?:s|ing|ed)? on|urg\p{L}+|want)\b[^.]*:$/iu.test(words)
    if (listing) {
      const who = /\b(?:on|urg\p{L}+|of|want|that) ((?:the )?[^.,:]{2,50}?)(?: to)?:$/iu.exec(words)
      const named = who?.[1]
        ? targetsIn(context, sentence.start + who.index + who[0].indexOf(who[1]), who[1])
        : []
      if (named.length > 0) target = named
    }
    const taken: Span[] = []
    const fresh = (index: number, length: number) => {
      if (taken.some(({ start, end }) => index < end && index + length > start)) return false
      taken.push({ start: index, end: index + length })
      return true
    }
    for (const match of words.matchAll(ASKED_TO)) {
      const [whole, who = '', what = ''] = match
      if (NOT_A_TARGET.test(who.trim()) || !fresh(match.index, whole.length)) continue
      const at = match.index + whole.indexOf(who)
      const targets = targetsIn(context, sentence.start + at, who)
      if (targets.length === 0) continue
      target = targets
      // "called on A to do this and on B to do that"
      const other = /,? and (?:on |for )?((?:the )?[\p{L}][\p{L}'’. -]{1,50}?) to (?=\p{Ll})/u.exec(
        what,
      )
      const others =
        other && / and on /u.test(other[0])
          ? targetsIn(
              context,
              sentence.start +
                match.index +
                whole.length -
                what.length +
                other.index +
                other[0].indexOf(other[1] ?? ''),
              other[1] ?? '',
            )
          : []
      const offset = match.index + whole.length - what.length
      if (other && others.length > 0) {
        add(targets, what.slice(0, other.index), offset, 0.9)
        add(
          others,
          what.slice(other.index + other[0].length),
          offset + other.index + other[0].length,
          0.9,
        )
      } else add(targets, what, offset, 0.9)
    }
    for (const match of words.matchAll(DEMANDED_THAT)) {
      const [whole, who = '', what = ''] = match
      if (!fresh(match.index, whole.length)) continue
      const targets = targetsIn(context, sentence.start + match.index + whole.indexOf(who), who)
      if (targets.length === 0) continue
      target = targets
      add(targets, what, match.index + whole.length - what.length, 0.9)
    }
    for (const pattern of [DEMANDS_ARE, DEMANDED])
      for (const match of words.matchAll(pattern)) {
        const [whole, said = ''] = match
        const what = pattern === DEMANDS_ARE ? said.replace(/^[^:]{0,30}: /u, '') : said
        if (!fresh(match.index, whole.length)) continue
        const aimed = /\b(?:from|of|at|by) ((?:the )?[\p{L}' ]{2,40})$/iu.exec(what)
        const own = aimed
          ? targetsIn(
              context,
              sentence.start + match.index + whole.length - (aimed[1]?.length ?? 0),
              aimed[1] ?? '',
            )
          : []
        const targets =
          own.length > 0
            ? own
            : target.length > 0
              ? target
              : context.main
                ? [context.main.name]
                : []
        add(
          targets,
          own.length > 0 && aimed ? what.slice(0, aimed.index) : what,
          match.index + whole.length - what.length,
          0.75,
        )
      }

    function add(targets: string[], what: string, offset: number, confidence: number) {
      for (const part of partsOf(context, what, sentence.start + offset)) {
        found.push({
          value: { wording: part.wording, targets, counterparties: part.counterparties },
          confidence,
          passages: [
            passageOf(context.text, {
              start: sentence.start + offset,
              end: sentence.start + offset + what.length,
            }),
          ],
        })
      }
    }
  }
  return withoutSummaries(found)
}

/** A headline says shortly what the text says exactly. */
function isHeadline(words: string): boolean {
  return (
    !/[.!?:;"”’]\s*$/u.test(words) &&
    words.length < 160 &&
    !/^\s*(?:[-•*–—·]|\d{1,2}[.)])\s/u.test(words) &&
    words.split(/\s+/u).length > 3
  )
}

/** The organizations in these words, or the one that "the company" means. */
function targetsIn({ entities, main }: DemandContext, offset: number, words: string): string[] {
  const clean = words.replace(/^(?:the|that|all) /iu, '')
  const named = entities.filter(
    ({ kind, mentions }) =>
      (kind === 'organization' || kind === 'person') &&
      mentions.some(({ start, end }) => start >= offset && end <= offset + words.length),
  )
  if (named.length > 0) return named.map(({ name }) => name)
  if (
    /^(?:the |its |their )?(?:company|corporation|firm|tech giant|giant|retailer|employer|management|executives|leadership|it|agency|university|school|chain|maker|carmaker|e-commerce giant|online retailer|union|city|government|them|administration|board|district|hospital|department)\b/iu.test(
      words.trim(),
    )
  )
    return main && !/^(?:government|city|administration|district)/iu.test(clean)
      ? [main.name]
      : [clean]
  return /^(?:[\p{Ll}-]+ ){0,3}(?:lawmakers|officials|regulators|congress|council|legislators|ministers?|companies|employers|executives|leaders|bosses|management|shareholders|investors|authorities|governments?)$/iu.test(
    clean,
  )
    ? [clean]
    : []
}

/** A summary such as "cut ties with tech firms" says nothing beside the demands that name the firms. */
function withoutSummaries(found: Found<FoundDemand>[]): Found<FoundDemand>[] {
  const kept: Found<FoundDemand>[] = []
  for (const demand of found) {
    const same = kept.find((other) => isSame(other.value, demand.value))
    if (same) {
      same.passages.push(...demand.passages)
      same.confidence = Math.max(same.confidence, demand.confidence)
      // A report says it shortly first and exactly later.
      if (demand.value.targets.length > 0) same.value.targets = demand.value.targets
      same.value.wording = demand.value.wording
    } else kept.push(demand)
  }
  const named = kept.filter(({ value }) => value.counterparties.length > 0)
  if (named.length < 2) return kept
  return kept.filter(
    ({ value }) =>
      value.counterparties.length > 0 ||
      !/\b(?:ties|contracts?|partnerships?|work(?:ing)?|business|deals?)\b/iu.test(value.wording),
  )
}

function isSame(a: FoundDemand, b: FoundDemand): boolean {
  if (a.counterparties.length > 0 || b.counterparties.length > 0)
    return (
      a.counterparties.length === b.counterparties.length &&
      a.counterparties.every((name) => b.counterparties.includes(name))
    )
  const words = (demand: FoundDemand) =>
    new Set(demand.wording.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [])
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared > 0 && shared / Math.min(left.size, right.size) >= 0.75
}
