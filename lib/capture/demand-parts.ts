import { entityAt } from './entities'
import type { Entity } from './entity'

const BASE_VERB =
  /^(?:to |immediately |publicly |not |permanently )?(?:cut|end|stop|drop|cancel|sever|terminate|halt|pay|raise|recogni[sz]e|bargain|negotiate|rehire|reinstate|give|provide|commit|release|publish|disclose|divest|refuse|reject|withdraw|restore|respect|guarantee|increase|improve|hire|reduce|remove|ban|close|open|keep|protect|sign|agree|apologi[sz]e|reverse|meet|allow|share|implement|adopt|address|abandon|suspend|scrap|freeze|fund|offer|lower|limit|bring|change|fix|install|investigate|return|support|abolish|accept|honou?r|make|take|put|set|use|pass|vote|resign|ensure|establish|extend|create|eliminate|grant|lift|review|replace)\b/iu

type Part = { wording: string; counterparties: string[] }

/** "end contracts with A and B and to sever ties with C" is three demands. */
export function partsOf(
  { entities, text }: { entities: Entity[]; text: string },
  what: string,
  offset: number,
): Part[] {
  const parts: Part[] = []
  for (const { words, start } of clauses(what, offset)) {
    const tie =
      /\b(?:contracts?|partnerships?|ties|deals?|agreements?|relationships?|business|work(?:ing)?|cooperation|collaborat\w+|sales?|selling|services?)\b[^,.;]{0,40}?\b(?:with|to|for|from) /iu.exec(
        words,
      )
    const parties = tie
      ? partiesIn(entities, text, start + tie.index + tie[0].length, start + words.length)
      : []
    const verb = tie ? words.slice(0, tie.index + tie[0].length).trim() : words
    if (parties.length > 0)
      for (const party of parties)
        parts.push({ wording: capital(`${verb} ${party.name}`), counterparties: [party.name] })
    else
      for (const part of BASE_VERB.test(words) ? [words] : listed(ended(words)))
        parts.push({ wording: capital(ended(part)), counterparties: [] })
  }
  return parts
}

/** The names after "with", without what stands in appositions between commas. */
function partiesIn(entities: Entity[], text: string, from: number, to: number): Entity[] {
  const found: Entity[] = []
  let at = from
  let depth = false
  while (at < to) {
    const entity = entityAt(entities, { start: at, end: at + 1 })
    const mention = entity?.mentions.find(({ start, end }) => at >= start && at < end)
    if (entity && mention) {
      if (
        !depth &&
        (entity.kind === 'organization' || entity.kind === 'other') &&
        !found.includes(entity)
      )
        found.push(entity)
      at = mention.end
      continue
    }
    const rest = text.slice(at, to)
    if (
      /^, (?:an? |the |which|who|whose|one of|its |[\p{Ll}-]+ (?:company|firm|maker|agency))/u.test(
        rest,
      )
    )
      depth = true
    else if (/^,? (?:and|or|as well as) /u.test(rest)) depth = false
    if (
      !depth &&
      /^,? (?:over|because|after|citing|since|amid|saying|unless|until|while|following|by|in|during|when|that|who)\b/iu.test(
        rest,
      )
    )
      break
    at += 1
  }
  return found
}

/** The separate things within one demand: after "and to", "; " and "and" before another verb. */
function clauses(what: string, offset: number): { words: string; start: number }[] {
  const found: { words: string; start: number }[] = []
  const joint =
    /(?:,? and to |, to |; (?:and )?(?:to )?|,? and (?=(?:immediately |to )?(?:cut|end|stop|drop|cancel|sever|terminate|halt|pay|raise|recognize|bargain|negotiate|rehire|reinstate|give|provide|commit|release|publish|disclose|divest|refuse|withdraw|restore|guarantee|increase|improve|hire|reduce|remove|ban|close|keep|honor|protect|sign|apologize|reverse|allow|share|implement|adopt|suspend|scrap|freeze|fund|offer|limit|support|abolish)\b)|, (?=(?:end|stop|cut|raise|cancel|drop|reinstate|recognize|hire|provide|pay|improve|rehire|restore|sever|terminate)\b))/giu
  let begin = 0
  for (const match of what.matchAll(joint)) {
    push(begin, match.index)
    begin = match.index + match[0].length
  }
  push(begin, what.length)
  return found

  function push(from: number, to: number) {
    const words = what.slice(from, to).trim()
    if (words.length > 2)
      found.push({ words, start: offset + from + what.slice(from, to).indexOf(words) })
  }
}

/** "smaller classes, a fair raise and an end to overtime" is three things. */
function listed(words: string): string[] {
  const parts = words
    .split(
      /, (?:and )?| and (?=(?:an?|the|for|better|higher|more|safer?|fair(?:er)?|smaller|lower|longer|shorter|improved|equal|paid|full|greater|stronger|recognition|respect|protection|access)\b)/iu,
    )
    .map((part) => part.replace(/^for /iu, '').trim())
    .filter(Boolean)
  const plain =
    parts.length > 1 &&
    parts.every(
      (part) =>
        part.split(/\s+/u).length <= 9 &&
        !/^(?:who|which|that|saying|citing|including|as|after|but|while|because|where)\b/iu.test(
          part,
        ),
    )
  return plain ? parts.flatMap((part) => part.split(/ and (?=[\p{Ll}]+ [\p{Ll}]+s?$)/u)) : [words]
}

/** A demand ends where its reason begins. */
function ended(words: string): string {
  return words
    .replace(
      /,? (?:citing|over concerns|because|amid|saying|after|as part of|following|in the wake|according to|during|while|which|at a rally|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/iu,
      '',
    )
    .replace(/[,\s]+$/u, '')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
