import { targetsIn, type DemandContext } from './demand-targets'
import { capital, ended, namedIn } from './demand-parts'
import { passageOf, withoutInnerPoints } from './sentences'
import type { Found, FoundDemand, Span } from './types'

type Way = {
  pattern: RegExp
  /** Where one demand ends and the next begins. */
  joint: RegExp
}

const ES =
  '(?:exig\\p{L}+|ped(?:ir|irle|irles)|pid(?:e|en|ió|ieron|iendo)|reclam\\p{L}+|demand(?:a|an|ó|aron)|solicit\\p{L}+|instan?|instó|instaron|urg(?:e|en|ió|ieron)|emplaz\\p{L}+)'
const DE =
  '(?:forder(?:t|n|te|ten)|verlang(?:t|en|te|ten)|appellier(?:t|en|te|ten)|ruf(?:t|en)|rief(?:en)?|bat(?:en)?|bitte[tn]?|drängt?e?n?|beantragt?e?n?)'

/** How demands are told in Spanish and German: whom first, then what. */
const WAYS: Way[] = [
  {
    // "exigen a Rumbo que pague y que rompa", "le exige negar la concesión"
    pattern: new RegExp(
      `(?<![\\p{L}])${ES} (?:a la |al |a los |a las |a )([^.;:«»"“”\\n]{2,70}?)(?:, que [^,.]{3,60},)? que ([^.;«»"“”\\n]{4,200})`,
      'giu',
    ),
    joint: /,? y (?:a )?que /u,
  },
  {
    // "demandan que se mantenga su convenio"
    pattern: new RegExp(
      `(?<![\\p{L}])${ES} ()(que se [^.;«»"“”\\n]{4,160}?)(?= [–—(-]|[.;:,]|$)`,
      'giu',
    ),
    joint: /,? y que /u,
  },
  {
    // "Al Ministerio de Salud le pide una investigación"
    pattern: new RegExp(
      `(?<![\\p{L}])(?:a la|al|a los|a las) ([^.;:,«»"“”\\n]{2,60}?) (?:le|les) ${ES} ([^.;«»"“”\\n]{4,160})`,
      'giu',
    ),
    joint: /,? y /u,
  },
  {
    // "– A la Comisión, negar la concesión"
    pattern:
      /^\s*[-•*–—·]\s*(?:a la|al|a los|a las|a) ([^,.;\n]{2,60}), (\p{Ll}+(?:ar|er|ir)\b[^\n]{4,200}?)[.;]?$/giu,
    joint: /,? y /u,
  },
  {
    // "exigen el fin del convenio", "piden una investigación"
    pattern: new RegExp(
      `(?<![\\p{L}])${ES} (?:a la |al |a )?([\\p{Lu}][^.;:,«»"“”\\n]{1,40}? )?((?:el fin|una?|la|las|los|mejores|más|negar|publicar|poner fin|detener|el cese|la retirada)(?![\\p{L}])[^.;,«»"“”\\n]{4,120})`,
      'gu',
    ),
    joint: /,? y (?=(?:el|la|los|las|una?) )/u,
  },
  {
    // "forderte den Vorstand auf, den Vertrag zu kündigen und die Belegschaft zu informieren"
    pattern: new RegExp(
      `(?<![\\p{L}])${DE} (?:von |an )?(?:der |die |das |den |dem |beide )?([^.;:„“»«\\n]{2,110}?)(?: dazu)?(?: auf)?, ((?:vom|von) [^,]{2,40}, )?((?:[^.;„“»«\\n]|(?<=\\d)\\.|[„»][^“«\\n]{1,40}[“«]){4,220}? (?:zu \\p{Ll}+|\\p{Ll}+zu\\p{Ll}+en)(?![\\p{L}])[^.;„“»«\\n]*)`,
      'giu',
    ),
    joint: /(?<=zu \p{Ll}+|zu\p{Ll}+en),? und (?:vom |von )?/u,
  },
  {
    // "Verdi verlangt unter anderem, dass Amazon den Tarif anerkennt"
    pattern: new RegExp(
      `(?<![\\p{L}])${DE}(?: (?:unter anderem|zudem|außerdem|weiterhin|von \\p{Lu}\\p{L}+))?, dass (?:der |die |das )?([\\p{Lu}][^.;:,„“»«\\n]{1,40}?) ((?:den|die|das|einen|eine|ihre|seine|ihren|keine|mehr|höhere) [^.;„“»«\\n]{4,160})`,
      'gu',
    ),
    joint: / und dass /u,
  },
  {
    // "Die Gewerkschaft fordert unter anderem eine Erhöhung von 5,5 Prozent"
    pattern:
      /(?<![\p{L}])(?:forder(?:t|n|te|ten)|verlang(?:t|en|te|ten)) ()(?:unter anderem |zudem |außerdem |hingegen |weiterhin |stattdessen )?(?:für [^.;„“»«\n]{3,70}? )?(?:dauerhaft |insgesamt )?((?:eine[nr]?|mehr|höhere|bessere|kürzere|das Ende|den Erhalt|(?:\d[\d,]*|\p{Ll}+) Prozent mehr)(?![\p{L}])(?:[^.;,„“»«\n]|(?<=\d),(?=\d)){3,140})/gu,
    joint:
      / und (?=(?:eine[nr]?|mehr|höhere|bessere|kürzere) )| sowie (?=(?:eine[nr]?|mehr|höhere|bessere) )/u,
  },
  {
    // "– Die Hochschule soll den Vertrag nicht verlängern."
    pattern:
      /^\s*[-•*–—·]\s*(?:der |die |das )?([^,.;\n]{2,60}?) (?:soll|sollen|muss|müssen) ([^\n]{4,200}?)[.;]?$/giu,
    joint: /;/u,
  },
]

/** The demands of a text in Spanish or German; empty for any other. */
export function demandsAbroad(context: DemandContext, sentences: Span[]): Found<FoundDemand>[] {
  const found: Found<FoundDemand>[] = []
  let last: string[] = []
  for (const sentence of sentences) {
    const words = withoutInnerPoints(context.text.slice(sentence.start, sentence.end))
    const taken: Span[] = []
    for (const { pattern, joint } of WAYS)
      for (const match of words.matchAll(pattern)) {
        const who = (match[1] ?? '').trim()
        const what = match[3] ?? match[2] ?? ''
        const end = match.index + match[0].length
        if (what === '' || taken.some((span) => match.index < span.end && end > span.start))
          continue
        const at = match.index + match[0].indexOf(who)
        const named = who === '' ? [] : whom(context, sentence.start + at, who)
        const targets = /^(?:sie|ella|er|él)$/iu.test(who) ? last : named
        if (targets.length === 0 && who !== '') continue
        // A union calls its people out; that is asked of no employer.
        if (
          /^(?:alle |die )?(?:\p{L}+-)?(?:Beschäftigten?|Mitarbeite\p{L}+|Mitglieder|Kolleg\p{L}+|Fahrer\p{L}*|Belegschaft)(?!\p{L})/u.test(
            who,
          )
        )
          continue
        taken.push({ start: match.index, end })
        last = targets
        let begin = end - what.length
        for (const part of what.split(joint)) {
          const start = words.indexOf(part, begin)
          begin = start + part.length
          // "vom Kanton Aargau, die Bewilligung zu widerrufen" has a target of its own.
          const own = /^((?:Kanton|Stadt|Land|Senat|\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)?), /u.exec(part)
          const targetsOfPart = own ? [own[1] ?? ''] : targets
          const wording = own ? part.slice(own[0].length) : part
          const from = sentence.start + start
          found.push({
            value: {
              wording: capital(ended(wording.trim())),
              targets: targetsOfPart,
              counterparties: namedIn(context.entities, from, sentence.start + begin)
                .map(({ name }) => name)
                .filter((name) => !targetsOfPart.includes(name)),
            },
            confidence: 0.8,
            passages: [passageOf(context.text, { start: from, end: sentence.start + begin })],
          })
        }
      }
  }
  return found
}

/** The organization of these words, or the words without the clauses about it. */
function whom(context: DemandContext, offset: number, who: string): string[] {
  const named = targetsIn(context, offset, who)
  if (named.length > 0) return named
  const plain = who
    .replace(/,.*$/u, '')
    .replace(/^(?:la empresa|die firma) /iu, '')
    .trim()
  return plain === '' || plain.split(' ').length > 6 ? [] : [plain]
}
