import {
  isDenied,
  isHeadline,
  isOfCompany,
  isOfName,
  isRuled,
  isListBegun,
  isSomebody,
  OWN_TARGET,
  withinRelative,
  withoutSaying,
} from './demand-guards'
import { askedOfAnother, thatClauses } from './demand-clauses'
import { partsOf } from './demand-parts'
import { listedDemands } from './demands-listed'
import { demandsAbroad } from './demands-abroad'
import { putTo, targetsIn, type DemandContext } from './demand-targets'
import {
  ASKED_TO,
  BASE,
  BE_DONE,
  DEMANDED,
  DEMANDED_THAT,
  DEMANDS_ARE,
  IDEAL,
  LISTING,
  LIST_FOR,
  MEETING,
  NOT_ASKED,
  NOT_A_TARGET,
  OTHERS,
  QUESTION,
  THROUGH,
  WANTED,
} from './demand-words'
import { addresseeOf } from './letters'
import { withoutSummaries } from './demand-summaries'
import { passageOf, withoutInnerPoints } from './sentences'
import type { Found, FoundDemand, Span } from './types'

/** Finds what is asked of whom. One sentence may ask several things of several. */
export function findDemands(context: DemandContext, sentences: Span[]): Found<FoundDemand>[] {
  const found: Found<FoundDemand>[] = demandsAbroad(context, sentences)
  if (found.length > 0) return withoutSummaries(found)
  const addressee = addresseeOf(context.text, context.entities)
  let target: string[] = addressee ? [addressee.name] : []
  let listing = false
  let inLine = false
  const mainly = () => (context.main ? [context.main.name] : [])
  let asked = -2
  for (const [index, sentence] of sentences.entries()) {
    const words = withoutInnerPoints(context.text.slice(sentence.start, sentence.end))
    const begun = isListBegun(words)
    if (isHeadline(words) && !begun) continue
    const bullet = /^\s*(?:[-•*–—·]|\d{1,2}[.)])\s+(?=\S)/u.exec(words)
    if (listing && bullet) {
      // "asks: the commission to publish it; Acme to pay"
      const item = words.slice(bullet[0].length)
      const own = OWN_TARGET.exec(item)
      const asked = own?.[1] ? targetsIn(context, sentence.start + bullet[0].length, own[1]) : []
      const what = asked.length > 0 ? (own?.[2] ?? item) : item
      const targets = [asked, target, mainly()].find((names) => names.length > 0) ?? []
      const wording = inLine ? what.replace(/[.,!?]*["”].*$/u, '') : what
      add(targets, wording, words.length - what.length, 0.85)
      continue
    }
    // "We call on Acme to do three things: 1. Pay us. 2. Rehire Ada."
    if (inLine && new RegExp(`^(?:${BASE})\\b`, 'iu').test(words)) {
      const item = words.replace(/[.,!?]*["”].*$/u, '')
      add(target.length > 0 ? target : mainly(), item, 0, 0.85)
      continue
    }
    inLine = /: 1[.)]?$/u.test(words)
    listing = LISTING.test(words) || begun
    if (listing) {
      const who = LIST_FOR.exec(words)
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
    for (const { targets, words: what, at } of listedDemands(context, words, sentence.start)) {
      if (!fresh(at, what.length)) continue
      if (targets.length > 0) target = targets
      add([targets, mainly(), target].find((names) => names.length > 0) ?? [], what, at, 0.85)
    }
    for (const match of words.matchAll(ASKED_TO)) {
      const [whole, asked = '', said = ''] = match
      // "asked the governments not to turn boats away"
      const asking = asked.replace(/ not$/u, '')
      const what = asking === asked ? said : `not ${said}`
      // "calling for answers and for the council to explain"
      const who = asking.replace(
        /^(?:for )?(?:answers|action|accountability|justice) and for /u,
        '',
      )
      // "called for an end to the ban", "called for a change of law to pass"
      if (/ for $/iu.test(whole.slice(0, whole.indexOf(asked))) && !isSomebody(who)) continue
      // "a ratio of one worker to eight residents"
      if (/^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b/u.test(said)) continue
      const toReader = addressee !== null && /^you$/iu.test(who.trim())
      if (!toReader && NOT_A_TARGET.test(who.trim())) continue
      if (NOT_ASKED.test(who.trim()) || QUESTION.test(who)) continue
      if (isDenied(words, match.index) || isOfCompany(words, match.index)) continue
      const at = match.index + whole.indexOf(who)
      // "ask the court to order Acme to stop" is asked of Acme.
      const through = THROUGH.exec(what)
      if (through?.[1] && through[2]) {
        const begin = match.index + whole.length - what.length
        const own = targetsIn(
          context,
          sentence.start + begin + what.indexOf(through[1]),
          through[1],
        )
        if (own.length > 0 && fresh(match.index, whole.length)) {
          target = own
          add(own, through[2], match.index + whole.length - through[2].length, 0.9)
          continue
        }
      }
      const targets = toReader ? [addressee.name] : targetsIn(context, sentence.start + at, who)
      if (targets.length === 0 || !fresh(match.index, whole.length)) continue
      target = targets
      const offset = match.index + whole.length - what.length
      const next = askedOfAnother(context, what, sentence.start + offset)
      add(targets, what.slice(0, next?.from), offset, 0.9)
      if (next) add(next.targets, what.slice(next.at), offset + next.at, 0.9)
    }
    for (const match of words.matchAll(DEMANDED_THAT)) {
      const [whole, who = '', what = ''] = match
      // "Their demands include ending contracts and publicly apologizing"
      if (isDenied(words, match.index) || /^(?:includ|are|were|is|was)/u.test(who)) continue
      if (/ that /u.test(whole) && /^be \p{Ll}+(?:ed|en|lt|ought)\b/u.test(what)) continue
      const targets = targetsIn(context, sentence.start + match.index + whole.indexOf(who), who)
      if (targets.length === 0 || !fresh(match.index, whole.length)) continue
      target = targets
      const offset = match.index + whole.length - what.length
      // "demanding that A do this, that it do more, and that B do that"
      let whom = targets
      for (const { who: next, whoAt, words: said, at } of thatClauses(what)) {
        if (next) {
          const own = targetsIn(context, sentence.start + offset + whoAt, next)
          whom = /^(?:it|they)$/iu.test(next) || own.length === 0 ? whom : own
        }
        add(whom, said, offset + at, 0.9)
      }
    }
    for (const [pattern, confidence] of OTHERS)
      for (const match of words.matchAll(pattern)) {
        const [whole, who = '', what = ''] = match
        const at = match.index + whole.indexOf(who)
        // "The company does not need to sell"
        if (/ (?:not|never|\p{L}+n['’]t)$/u.test(who)) continue
        if (isRuled(words.slice(0, at + who.length))) continue
        const clear = withoutSaying(who)
        // "They say it should not renew", after a sentence that asked something of somebody.
        const again = /^it$/iu.test(clear.trim()) && target.length > 0 && asked >= index - 1
        const own = again
          ? target
          : NOT_A_TARGET.test(clear.trim())
            ? []
            : targetsIn(context, sentence.start + at + who.length - clear.length, clear)
        if (own.length === 0 || isDenied(words, match.index) || isOfCompany(words, match.index))
          continue
        if (!fresh(match.index, whole.length)) continue
        target = own
        const rest = what.replace(/^agree[sd]? to /u, '')
        add(own, rest, match.index + whole.length - rest.length, confidence)
      }
    for (const match of words.matchAll(BE_DONE)) {
      const [whole, what = ''] = match
      if (!fresh(match.index, whole.length)) continue
      add(
        target.length > 0 ? target : mainly(),
        what,
        match.index + whole.length - what.length,
        0.8,
      )
    }
    for (const pattern of [DEMANDS_ARE, DEMANDED, WANTED])
      for (const match of words.matchAll(pattern)) {
        const [whole, said = ''] = match
        const what =
          pattern === DEMANDS_ARE
            ? said.replace(/^[^:]{0,30}: /u, '')
            : withinRelative(words.slice(0, match.index), said).replace(/^they (?=\p{Ll})/u, '')
        const lead = words.slice(0, match.index)
        // "when they have asked for water, they are ignored"
        if (/\b(?:when|whenever|if|every time)\b[^,.;]{0,80}$/iu.test(lead)) continue
        if (isDenied(words, match.index) || isOfCompany(words, match.index)) continue
        if (isOfName(words, match.index) || !fresh(match.index, whole.length)) continue
        const met = MEETING.exec(what)
        const aimed = met ?? /\b(?:from|of|at|by) ((?:the )?[\p{L}' ]{2,40})$/iu.exec(what)
        const aimedAt = aimed?.[1] ?? ''
        const begin = sentence.start + match.index + whole.length - what.length
        const own = aimed ? targetsIn(context, begin + what.lastIndexOf(aimedAt), aimedAt) : []
        const before = putTo(context, sentence.start, sentence.start + match.index)
        const targets = [own, before, target, mainly()].find((names) => names.length > 0) ?? []
        add(
          targets,
          own.length > 0 && aimed && !met ? what.slice(0, aimed.index) : what,
          match.index + whole.length - what.length,
          0.75,
        )
      }

    function add(targets: string[], what: string, offset: number, confidence: number) {
      const blanks = /^\s*/u.exec(words.slice(offset))?.[0].length ?? 0
      for (const part of partsOf(context, what, sentence.start + offset, targets)) {
        // "we are fighting for dignity" says what for, and asks nothing of anybody.
        if (IDEAL.test(part.wording)) continue
        // Nobody ends a contract with itself: whom it is asked of was not told.
        if (targets.some((name) => part.counterparties.includes(name))) continue
        asked = index
        found.push({
          value: { wording: part.wording, targets, counterparties: part.counterparties },
          confidence,
          passages: [
            passageOf(context.text, {
              start: sentence.start + offset + blanks,
              end: sentence.start + offset + what.length,
            }),
          ],
        })
      }
    }
  }
  return withoutSummaries(found)
}
