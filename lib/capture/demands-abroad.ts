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
    joint: /,? y (?:a )?que |,? y (?=a(?:l| la| los| las) [^,.;]{2,50}? que )/u,
  },
  {
    // "el Congreso debe citar a los directivos"
    pattern:
      /(?<![\p{L}])(?:el|la|los|las) (\p{Lu}[^.;:,«»"“”\n]{2,50}?) (?:debe|deben|debería|deberían|tiene que|tienen que) (\p{Ll}+(?:ar|er|ir)(?![\p{L}])[^.;«»"“”\n]{4,160})/gu,
    joint: /,? y (?=\p{Ll}+(?:ar|er|ir) )/u,
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
      /^\s*(?:[-•*–—·]|\d{1,2}[.)])\s*(?:a la|al|a los|a las|a) ([^,.;\n]{2,60}), (?:que )?(\p{Ll}+(?:(?:ar|er|ir)\b|(?:[ae]n?)\b)[^\n]{4,200}?)[.;]?$/giu,
    joint: /,? y /u,
  },
  {
    // "exigen el fin del convenio", "piden una investigación"
    pattern: new RegExp(
      `(?<![\\p{L}])${ES} (?:además |también |asimismo )?(?:a la |al |a )?((?:[\\p{Lu}]|gobierno|ayuntamiento|ministerio|estado|patronal|empresa|compañía|dirección|alcaldía)[^.;:,«»"“”\\n]{0,40}? )?((?:el (?:fin|pago|cumplimiento|aumento|respeto|reconocimiento)|una?|la|las|los|mejores|más|\\p{Ll}{3,}(?:ar|er|ir)(?= )|poner fin|el cese|la retirada)(?![\\p{L}])[^.;,«»"“”\\n]{4,120})`,
      'gu',
    ),
    joint: /,? y (?=(?:el|la|los|las|una?) )/u,
  },
  {
    // "forderte den Vorstand auf, den Vertrag zu kündigen und die Belegschaft zu informieren"
    pattern: new RegExp(
      `(?<![\\p{L}])${DE} (?:außerdem |zudem |auch |erneut )?(?:von |an )?(?:der |die |das |den |dem |beide )?([^.;:„“»«\\n]{2,110}?)(?: dazu)?(?: auf)?, ((?:vom|von) [^,]{2,40}, )?((?:[^.;„“»«\\n]|(?<=\\d)\\.|[„»][^“«\\n]{1,40}[“«]){4,220}? (?:zu \\p{Ll}+|\\p{Ll}+zu\\p{Ll}+en)(?![\\p{L}])[^.;„“»«\\n]*)`,
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
    // "fordert vom Träger, dem Bildungswerk Lausitz, acht Prozent mehr Lohn und zwei freie Tage"
    pattern: new RegExp(
      `(?<![\\p{L}])(?:forder(?:t|n|te|ten)|verlang(?:t|en|te|ten)) (?:vom|von der|von dem|von den|von) (\\p{Lu}[^.;:„“»«\\n]{1,70}?),? ((?:\\d[\\d,]*|eine[nr]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehr|höhere|bessere|kürzere|unangemeldete) [^.;:„“»«\\n]{4,140})`,
      'gu',
    ),
    joint: / und (?=(?:\d|eine[nr]?|zwei|drei|vier|fünf|sechs|mehr|höhere|bessere|kürzere) ?)/u,
  },
  {
    // "Vom Regierungsrat verlangen wir zudem Kontrollen"
    pattern:
      /(?<![\p{L}])(?:[Vv]om|[Vv]on der|[Vv]on) (\p{Lu}[^.;:,„“»«\n]{1,60}?) (?:forder|verlang)\p{Ll}+ (?:wir|sie|er|die \p{Lu}\p{L}+) (?:zudem |außerdem |auch )?([^.;:„“»«\n]{4,140})/gu,
    joint: / und (?=(?:eine[nr]?|mehr|die|den|das) )/u,
  },
  {
    // "Die Gewerkschaft fordert unter anderem eine Erhöhung von 5,5 Prozent"
    pattern:
      /(?<![\p{L}])(?:forder(?:t|n|te|ten)|verlang(?:t|en|te|ten)) ()(?:unter anderem |zudem |außerdem |hingegen |weiterhin |stattdessen )?(?:für [^.;„“»«\n]{3,70}? )?(?:dauerhaft |insgesamt )?((?:eine[nr]?|mehr|höhere|bessere|kürzere|das Ende|den Erhalt|die Rücknahme|den Verzicht|das Aus|(?:\d[\d,]*|\p{Ll}+) Prozent mehr)(?![\p{L}])(?:[^.;,„“»«\n]|(?<=\d),(?=\d)){3,140})/gu,
    joint:
      / und (?=(?:eine[nr]?|mehr|höhere|bessere|kürzere|die|den|das) )| sowie (?=(?:eine[nr]?|mehr|höhere|bessere) )/u,
  },
  {
    // "– Die Hochschule soll den Vertrag nicht verlängern."
    pattern:
      /^\s*[-•*–—·]\s*(?:der |die |das )?([^,.;\n]{2,60}?) (?:soll|sollen|muss|müssen) ([^\n]{4,200}?)[.;]?$/giu,
    joint: /;/u,
  },
]

/** "Zudem soll Pendla die Unfallzahlen offenlegen", beside a sentence that demands. */
const ALSO =
  /^(?:(?:Zudem|Außerdem|Ferner|Weiter) (?:soll|sollen) (\p{Lu}[\p{L}\d.-]*(?: \p{Lu}[\p{L}\d.-]*){0,3}) |(\p{Lu}[\p{L}\d.-]*(?: \p{Lu}[\p{L}\d.-]*){0,3}) (?:soll|sollen) )([^.;„“»«\n]{6,200}\p{Ll}en)\.?$/u

const LIST_OF =
  /(?<![\p{L}])(?:forder|verlang)\p{Ll}+ (?:von|vom|von der) (\p{Lu}[^.;:\n]{1,60}):$|(?<![\p{L}])(?:exig|reclam|pid|ped|demand|solicit)\p{Ll}+ a(?:l| la| los| las)? (\p{Lu}[^.;:\n]{1,60}):$/u

/** Where nobody is named, the organization that the text is about. */
const mainly = ({ main }: DemandContext, what: string) =>
  main && !what.includes(main.name) ? [main.name] : []

/** The demands of a text in Spanish or German; empty for any other. */
export function demandsAbroad(context: DemandContext, sentences: Span[]): Found<FoundDemand>[] {
  const found: Found<FoundDemand>[] = []
  let last: string[] = []
  let listed: string[] = []
  for (const sentence of sentences) {
    const words = withoutInnerPoints(context.text.slice(sentence.start, sentence.end))
    // "Wir fordern von Acme:", and the list that follows
    const item =
      listed.length > 0
        ? /^\s*[-•*–—·]\s*((?:die|den|das|eine?[nr]?|mehr|höhere|bessere|que \p{Ll}|\d|\p{Lu})[^\n]{4,160}?)[.,;]?$/u.exec(
            words,
          )
        : null
    if (item?.[1]) {
      const start = sentence.start + words.indexOf(item[1])
      found.push({
        value: { wording: capital(ended(item[1])), targets: listed, counterparties: [] },
        confidence: 0.8,
        passages: [passageOf(context.text, { start, end: start + item[1].length })],
      })
      continue
    }
    const [, german, spanish] = LIST_OF.exec(words) ?? []
    const list = german ?? spanish ?? ''
    listed = list === '' ? [] : whom(context, sentence.start + words.indexOf(list), list)
    const also = found.length > 0 ? ALSO.exec(words) : null
    const bound = also && (also[1] ?? also[2] ?? '')
    if (also?.[3] && bound) {
      const targets = targetsIn(context, sentence.start + words.indexOf(bound), bound)
      const from = words.indexOf(also[3])
      if (targets.length > 0)
        for (const part of also[3].split(/ und (?=(?:die|den|das|der|eine[nr]?) )/u)) {
          const start = sentence.start + words.indexOf(part, from)
          const passages = [passageOf(context.text, { start, end: start + part.length })]
          const wording = capital(ended(part.trim()))
          found.push({
            value: { wording, targets, counterparties: [] },
            confidence: 0.75,
            passages,
          })
        }
      continue
    }
    const taken: Span[] = []
    for (const { pattern, joint } of WAYS)
      for (const match of words.matchAll(pattern)) {
        const who = (match[1] ?? '').trim()
        const what = match[3] ?? match[2] ?? ''
        const end = match.index + match[0].length
        if (what === '' || taken.some((span) => match.index < span.end && end > span.start))
          continue
        const at = match.index + match[0].indexOf(who)
        const named = who === '' ? mainly(context, what) : whom(context, sentence.start + at, who)
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
          const other = /^a(?:l| la| los| las) ([^,.;]{2,50}?) que /u.exec(part)
          const own =
            other ?? /^((?:Kanton|Stadt|Land|Senat|\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)?), /u.exec(part)
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
