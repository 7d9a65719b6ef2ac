import { parseCrowd } from '../crowd'
import { passageOf, withInnerPoints, withoutInnerPoints } from './sentences'
import type { Found, FoundCrowd, Span } from './types'
import { ROLE } from './words'

const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d+(?!\\d|,\\d{3})|(?:(?:several|many) )?(?:tens|hundreds) of thousands|(?:a |several |a few |many |the )?(?:dozens?|hundreds?|thousands?|scores|hundred or so|dozen or so)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|dozen|hundred|thousand))?)'
const LEAD =
  '(?:under|about|around|approximately|roughly|nearly|almost|some|more than|over|at least|an estimated|up to|fewer than|as many as|between|close to|upwards of|well over|just over) '
const PEOPLE = `people|undergraduates|postgraduates|housekeepers|servers|locals|riders|campaigners|neighbors|neighbours|men|women|children|others|staff|retirees|allies|families|staff members|union members|tech workers|${ROLE.source.slice(4, -2)}`
const SIZE = new RegExp(
  `(?<![\\p{L}\\d$€£.,/-])((?:${LEAD})?${NUMBER}(?: (?:to|and|or) ${NUMBER}|[-–]${NUMBER})?(?: (?:hundred|thousand|dozen))?)((?: of)?(?: the| its| their| some)?(?: (?:${LEAD})?${NUMBER})?(?: [\\p{L}'’-]+){0,4}? (?:${PEOPLE})(?: (?:${PEOPLE}))?| of (?:them|us)(?= (?:gather|rall|march|walk|stood|join|met|sat|protest|demonstrat)))(?![\\p{L}])`,
  'giu',
)
const CROWD_OF = new RegExp(
  `\\b(?:crowds?|throngs?|gatherings?|picket lines?|(?:rally|march|protest|picket|vigil)) (?:of|estimated at|numbering) ((?:${LEAD})?${NUMBER}(?: (?:to|and) ${NUMBER}|[-–]${NUMBER})?)`,
  'giu',
)
const GATHERED =
  /\b(?:rall(?:y|ied|ies|ying)|march(?:ed|es|ing)?|gather(?:ed|ing|s)?|protest(?:ed|ing|s)?|demonstrat(?:ed|ing|ion|ions)|walk(?:ed|ing)? (?:out|off)|walkouts?|strike|struck|striking|picket(?:ed|ing|s)?|attend(?:ed|ing|ance)?|join(?:ed|ing)?|turn(?:ed|out| out|ing out)|crowd|assembl(?:ed|y)|converged|took part|participat(?:ed|ing)|filled|packed|vigil|show(?:ed)? up|lined|chant(?:ed|ing)|held|occup(?:y|ied|ying)|blockad\p{L}+|sang|singing|stayed away|march(?:aron|an)|protest(?:aron|an)|manifest(?:aron|ación)|concentr\p{L}+|reunieron|particip(?:aron)|huelga|paro|streik\p{L}*|demonstrier\p{L}+|protestier\p{L}+|versammel\p{L}+|niedergelegt|legten|kamen|folgten|gefolgt|ruhen|zogen|beteilig\p{L}+|kundgebung|stood|sat (?:down|in|on (?:an? |the |its |their )?(?:dharna|floor|steps|pavement|sidewalk|road|tracks))|dharna|celebrated|(?:of us|people|workers|members) met|signed up to (?:speak|talk|testify)|lay (?:down|in)|entered|carried|squeezed|crowded|circled|logged (?:out|off)|surrounded|swarmed|crammed|queued|assembled|handed out|delivered|were (?:here|there|present)|spoke|sleeping|were in the (?:room|chamber|hall|gallery|audience)|stopped work|down(?:ed)? tools|sat down|spent (?:an? |the |their )?(?:\p{L}+ )?nights?|locked themselves|slept|remain(?:ed)?|secund\p{L}+|bloque\p{L}+|acudi\p{L}+|reunid\p{L}+|paran|par(?:ó|aron)|concentra\p{L}+|asistencia|vigilia|encendieron|blockier\p{L}+|teilgenommen|nahmen teil|urg(?:ed|ing)|testif(?:y|ied)|addressed|took to|descended|stage[ds]?|came (?:out|together|to)|streamed|blocked|climbed|clapped|cheered|applauded|whistled|prayed|wept|bowed|(?:pledged|vowed|agreed) to (?:boycott|strike|withhold)|set up (?:tents|camp|an encampment|a picket|tables)|pitched|camped|encamp\p{L}*|rode|biked|knelt|linked arms|beat drums|stayed (?:inside|put|on|overnight|outside)|formed a|watched the (?:count|vote|verdict)|brought their own|refused(?= [^.,;]{0,40}\bto (?:take|work|load|drive|start|handle|sign))|sprach(?:en)? von|habl(?:ó|aron) de)(?![\p{L}])/iu
/** A number of something else, or of people who are yet to come. */
const NOT_PEOPLE =
  /\b(?:without|days?|weeks?|months?|years?|hours?|minutes?|percent|per cent|dollars|times|stores|shops|miles|seconds)\b/iu
/** What was done to some of them, in the words next to their number. */
const DONE_TO_THEM =
  /\b(?:fir(?:ed|ing|es)|dismiss(?:ed|ing)|terminat(?:ed|ing)|sacked|detain(?:ed|ing)|charged|handcuffed|arrest(?:ed|ing)|suspended|apprehended|detained|booked|taken into custody)\b/iu
/** "Two employees who handed out flyers for the rally have been suspended" */
const DONE_TO_WHO =
  /^ who [^.;“”"]{2,80} (?:has|have|had|was|were) (?:since |also )?(?:been )?(?:fired|dismissed|terminated|sacked|suspended|arrested|detained|charged|disciplined)\b/iu
/** "thirty-four of us walked into the store" */
const OF_US = / of (?:us|them)$/iu
/** "the suspension of ten workers", "out of its 65,000 workers" */
const NOT_THERE =
  /\b(?:(?:suspension|firings?|dismissals?|arrests?|terminations?|layoffs?|sackings?|detention|killings?|deaths?) of (?:the |some |nearly |about )?|out of (?:its|their|the|a|some)? ?(?:total |staff )?(?:of )?|(?<![\p{L}])(?:\d+|one|two|three|four|five|six|seven|eight|nine) in )$/iu
/** A number of members, where it stands behind one of these words. */
const MEMBERS = /\b(?:represent(?:s|ing|ed)?|union of|membership of) (?:[\p{Ll}]+ ){0,5}$/iu
const HERE = /\bpeople (?:here|in the room|outside|inside)\b/iu
const AHEAD = /^[^.,;]{0,15}\b(?:will|would|could|plan to|had planned|planned to|are expected)\b/iu
const ABROAD: [RegExp, string][] = [
  [
    /\b(?:gegen|unos|unas|cerca de|alrededor de|aproximadamente|rund|etwa|ungefähr|circa)\b/giu,
    'about',
  ],
  [/\bgut (?=\d)/giu, ''],
  [/ bis /giu, ' to '],
  [/\b(?:más de|mehr als|über)\b/giu, 'more than'],
  [/\b(?:casi|knapp|fast)\b/giu, 'nearly'],
  [/\b(?:al menos|mindestens)\b/giu, 'at least'],
  [/\bmedio centenar\b/giu, '50'],
  [/\bun centenar\b/giu, '100'],
  [/(\d)\.?(\d{3}) mil\b/giu, '$1,$2,000'],
  [/\b(\d{1,3}) mil\b/giu, '$1,000'],
  [/\b(?:vier|cuatro) (?:dutzend|docenas)\b/giu, '48'],
  [/\b(?:drei|tres) (?:dutzend|docenas)\b/giu, '36'],
  [/\b(?:zwei|dos) (?:dutzend|docenas)\b/giu, '24'],
  [/\b(?:ein dutzend|una docena)\b/giu, '12'],
  [/\b(?:neun|nueve)\b/giu, '9'],
  [/\b(?:sieben|siete)\b/giu, '7'],
  [/\b(?:acht|ocho)\b/giu, '8'],
  [/\b(?:sechs|seis)\b/giu, '6'],
  [/\b(?:zehn|diez)\b/giu, '10'],
  [/\b(?:zwölf|doce)\b/giu, '12'],
  [/\b(?:decenas|dutzende)\b/giu, 'dozens'],
  [/\b(?:cientos|centenares|hunderte)\b/giu, 'hundreds'],
  [/\b(?:miles|tausende)\b/giu, 'thousands'],
  [/(\d)\.(\d{3})(?!\d)/gu, '$1,$2'],
]
const SIZE_ABROAD =
  /(?<![\p{L}\d])(?<!falta[n]? )((?:(?:gegen|gut|unos|unas|más de|cerca de|alrededor de|casi|al menos|rund|etwa|mehr als|über|knapp|mindestens) )?(?:\d{1,3}(?:\.\d{3})+(?: bis \d{1,3}(?:\.\d{3})+)?|\d+(?: bis \d+)?|medio centenar|un centenar|(?:vier|drei|zwei|ein) dutzend|(?:una|dos|tres|cuatro) docenas?|\d{1,3} mil|seis|siete|ocho|nueve|diez|doce|sechs|sieben|acht|neun|zehn|zwölf|decenas|cientos|centenares|miles|dutzende|hunderte|tausende))(?: de)? (?:[\p{L}]+-)?(?:personas|leute|metaller(?:innen)?|arbeitnehmer\p{L}*|männer|frauen|\p{L}*kräfte|obrer[oa]s|vecin[oa]s|repartidor(?:es|as)|enfermer[oa]s|maestr[oa]s|profesor(?:es|as)|conductor(?:es|as)|activistas|periodistas|personen|fahrer(?:innen)?|pflege\p{L}+|lehr\p{L}+|aktivist\p{L}+|studierende[nr]?|schüler\p{L}*|forschende[nr]?|(?:ex-?)?(?:trabajador(?:es|as)|emplead[oa]s)|manifestantes|obreros|docentes|estudiantes|menschen|beschäftigte[nr]?|mitarbeite\p{L}+|streikende[nr]?|demonstrant\p{L}+|teilnehme\p{L}+|kolleg\p{L}+)(?![\p{L}])/giu
const PUT_AT = new RegExp(
  `\\b(?:put|puts|pegged|pegs|reckoned|placed|gauged|estimated|counted) (?:the (?:crowd|number|turnout|size|figure)(?: of (?:${PEOPLE}))?|it|attendance|turnout|them) at [“"‘']?((?:${LEAD})?${NUMBER}(?: (?:to|and) ${NUMBER}|[-–]${NUMBER})?)`,
  'giu',
)

/** "drew 400", "Police say between 600 and 700", "As of Tuesday night, 17 remained" */
const DREW = new RegExp(
  `\\b(?:drew|drawn|attracted|brought out|(?:police|organi[sz]ers|officials|the union) (?:say|said|says|counted|put it at|estimated?|spoke of)) ((?:${LEAD})?${NUMBER}(?: (?:to|and) ${NUMBER}|[-–]${NUMBER})?)(?=[.,;](?!\\d)| people| at the| on the| (?:gathered|marched|rallied|turned out|took part|protested|attended|walked (?:out|off))\\b|$)|(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d{1,5})(?= (?:remained|marched|rallied|gathered|turned out|took part|walked (?:out|off)|protested)\\b)`,
  'giu',
)
/** "Campus Safety counted about 280 participants", "told us 4,000 or more" */
const COUNTED_AT = new RegExp(
  `\\b(?:count(?:ed|s)|estimated?s?|tallied|reckoned|told (?:us|reporters|\\p{Lu}\\p{L}+) (?:there were )?|said there were|says?|said|claimed|put) ((?:${LEAD})?${NUMBER}(?: or more)?)(?= (?:people|participants|attendees|marchers|protesters|protestors|demonstrators|workers|students|supporters)\\b|(?<=or more)[.,;])|\\b(?:counted|said there were|(?:figure|number|turnout|crowd|attendance) was (?:(?:closer|nearer) to|more like|only|just)|(?:said|says?) (?:that )?(?:it|there) (?:was|were) (?:(?:closer|nearer) to|more like|at least|only)|(?:gave|offered|with) an? (?:estimate|count|figure) of) ((?:${LEAD})?${NUMBER})(?=[.,;](?!\\d)|$)`,
  'giu',
)
/** "Die Polizei sprach von 180 Teilnehmern", "cifró la asistencia en 700", "aseguró que fueron más de 2 mil" */
const COUNTED_ABROAD =
  /(?<![\p{L}])(?:sprach(?:en)? von|waren es(?: sogar)?|(?:polizei|gewerkschaft|behörden|veranstalter\p{Ll}*|organisator\p{Ll}*) von|zählten?|schätzten?(?: die zahl)? auf|cifr\p{L}+ (?:la |el )?(?:asistencia|participación|número|afluencia)(?: de \p{L}+)? en|(?:fueron|eran|sumaron|asistieron|participaron)|con|son|habla(?:n)? de|habl(?:ó|aron) de|(?<=, )von|calculó en) ((?:(?:rund|etwa|mehr als|über|knapp|gut|unos|unas|más de|cerca de|casi|alrededor de) )?\d{1,3}(?:[.,]?\d{3})*(?: mil)?)(?=[.,;]| (?:von (?:euch|uns|ihnen)|teilnehme|menschen|personen|demonstr|personas|manifestantes|trabajador|asistentes|afiliad))/giu

/** "a 100,000-strong rally" */
const STRONG = new RegExp(
  `\\b((?:${LEAD})?\\d{1,3}(?:,?\\d{3})*)-strong(?= (?:\\p{Ll}+ )?(?:rally|crowd|march|protest|demonstration|picket|vigil|walkout))`,
  'giu',
)
/** "Thousands protest at Bloom stores" */
const MANY =
  /(?<![\p{L}] )\b((?:(?:tens|hundreds) of )?thousands|hundreds|dozens|scores)(?= (?:protest|march|rall|walk|gather|strike|demonstrate|turn out|picket|descend|took|take))/giu

const COUNTED =
  /\bby (?:the )?(organizers|organisers|police|officials|the union)['’]s? (?:own )?(?:estimates?|count|tally|reckoning)|\b(?:according to|estimated by|counted by|según) ([^.,;]{2,60})|\b(?:nach angaben (?:von|der|des)|laut) ([^.,;]{2,40}?)(?= (?:am|im|in|an|auf|um|sind|haben|waren|mehr|rund|etwa)\b|[.,;])|^((?:the )?[\p{L} ]{2,40}?) (?:told [^.,;]{2,30}? that )?(?:it |they )?estimate[sd]? that|(?:,|—|–)? ?((?:the )?(?:organizers|organisers|police|officials|the union|an? (?:[\p{L}.]+ ){0,3}spokes\w+|union officials|authorities|[\p{Lu}][\p{L}]+ police)) (?:estimated?|said|says|put|counted)/iu
const NOT_A_CROWD =
  /\b(?:laid off|layoffs?|fired|employs?|signed(?! up)|undersigned|look(?:ed|ing|s)? after|car(?:ed|ing|es) for|signatures|killed|cut(?:ting)? (?:about|some|nearly)?|jobs|affect(?:s|ed|ing)|cover(?:s|ed|ing)?|company of|hired|injured|arrested|(?:nationwide|worldwide|globally)(?! (?:walk|took|rall|march|join|participat|protest|struck|went|gather|demonstrat))|voted|members strong|won (?:their|back)|rehir(?:ed|ing)|reinstat(?:ed|ing|ement)|out of a job|lost their|terminat(?:ed|ing|es)|list of|without service|stranded|skipp(?:ed|ing)|firm(?:ada|adas|ado|as)|carta abierta|personalien|sought (?:an )?injunction|injunction against|afectará|desp[ei]d\p{L}+|contrat[ea]\p{L}*|emplea[n]? a|da trabajo a|beschäftigt (?:rund |etwa |mehr als )?\d|prescindido|de sus|llamad[oa]s a|beschäftigt nach|kündig\p{L}+|entlassen)(?![\p{L}])/iu

const PART_OF = /\b(?:among them|including|of whom),? $/iu
/** "Die Polizei sprach von 220, das Bündnis von 400." and not "von 30 nahm sie die Personalien auf" */
function isOtherCount(before: string, after: string): boolean {
  return /\bsprach(?:en)? von\b/u.test(before) && /^[.,;]?$|^\.(?!\d)/u.test(after)
}
const BODIES =
  /\b(?:unions|locals|hotels|companies|firms|schools|stores|shops|plants|hospitals|groups|organi[sz]ations|cities|towns|years|days|weeks|months|hours|miles|blocks) (?:picketed|marched|rallied|protested|demonstrated|walked out|gathered)\b/iu
/** "180 housekeepers, cooks and bell attendants picketed": whoever they are, they did it. */
const DID = new RegExp(
  `(?<![\\p{L}\\d$€£.,/-])((?:${LEAD})?${NUMBER})(?= (?:\\p{Ll}+ ){0,2}\\p{Ll}+s(?:, (?:\\p{Ll}+ ){0,2}\\p{Ll}+s){0,3}(?:,? and (?:\\p{Ll}+ ){0,2}\\p{Ll}+s)? (?:picketed|marched|rallied|protested|demonstrated|walked out|gathered)\\b)`,
  'giu',
)
/** "PTWU says 9,000": only an abbreviation is written in capitals, so their size counts. */
const BY_ACRONYM = new RegExp(
  `(?<![\\p{L}])\\p{Lu}{3,} (?:says|said|put it at|counted) ((?:${LEAD})?${NUMBER})(?=[.,;](?!\\d)|$)`,
  'gu',
)
const COUNTS =
  /\d|dozen|hundred|thousand|score|tens of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|decena|centenar|cientos|miles|docena|seis|siete|ocho|nueve|diez|doce|dutzend|hundert|tausend|sechs|sieben|acht|neun|zehn|zwölf/i

/** Who counted, as the clause around a number says: "police estimated it at 400; organizers said 700". */
function counterOf(words: string, at: number): string {
  const plain = withoutInnerPoints(words)
  const begin = plain.lastIndexOf(';', at) + 1
  const end = plain.indexOf(';', at)
  const clause = plain.slice(begin, end < 0 ? plain.length : end).trim()
  const counted = COUNTED.exec(clause)?.slice(1).find(Boolean) ?? COUNTER.exec(clause)?.[1]
  return withInnerPoints(counted ?? '')
    .trim()
    .replace(/^(?:but|and|while|though) /iu, '')
}
const COUNTER =
  /^((?!(?:she|he|it|they|we|I|who)\b)(?:(?:The|An?) )?[\p{L}][\p{L}'’ -]{2,40}?) (?:estimate[sd]?|puts?|pegged|pegs|gave an? (?:estimate|count|figure)|counted|reckoned)\b/iu

/** Finds how many took part, in the source's words, and who counted. Other numbers of people are left out. */
export function crowdsOf(text: string, sentences: Span[]): Found<FoundCrowd>[] {
  const found: Found<FoundCrowd>[] = []
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    // Most sentences count nothing, and those that follow are long expressions.
    if (!COUNTS.test(words)) continue
    for (const pattern of [
      STRONG,
      CROWD_OF,
      PUT_AT,
      DREW,
      COUNTED_AT,
      COUNTED_ABROAD,
      SIZE_ABROAD,
      SIZE,
      MANY,
      DID,
      BY_ACRONYM,
    ])
      for (const match of words.matchAll(pattern)) {
        const size = (match[1] ?? match[2] ?? match[3] ?? '').trim()
        const around = words.slice(
          Math.max(0, match.index - 45),
          match.index + match[0].length + 60,
        )
        if (
          (pattern === SIZE || pattern === DID) &&
          (NOT_A_CROWD.test(around) ||
            MEMBERS.test(words.slice(0, match.index)) ||
            NOT_THERE.test(words.slice(0, match.index)) ||
            DONE_TO_THEM.test(words.slice(Math.max(0, match.index - 20), match.index)) ||
            DONE_TO_THEM.test(words.slice(match.index + match[0].length).slice(0, 25)) ||
            DONE_TO_WHO.test(words.slice(match.index + match[0].length)) ||
            !(GATHERED.test(words) || HERE.test(words) || OF_US.test(match[0])))
        )
          continue
        if (pattern === SIZE_ABROAD && NOT_A_CROWD.test(around)) continue
        const said = words.slice(0, match.index)
        // "the union and, among them, three members of staff"
        if (PART_OF.test(said)) continue
        if (
          match[0].startsWith('von ') &&
          !isOtherCount(said, words.slice(match.index + match[0].length))
        )
          continue
        // "three unions marched", "30 stores closed": bodies and buildings are no people.
        if (pattern === DID && BODIES.test(words.slice(match.index, match.index + 80))) continue
        if (/^(?:one|a|an)$/iu.test(size) || /^\d{4}$/.test(size)) continue
        // "Local 249 President", "Room 12 people"
        if (
          /\b(?:Local|Lodge|District|Chapter|Unit|Route|Highway|Proposition|Room|Gate|Pier|No\.) $/u.test(
            words.slice(0, match.index),
          )
        )
          continue
        // "two of the 84 members of the local" names two of them.
        if (/^(?:one|two|three|four)$/iu.test(size) && / of the /u.test(match[2] ?? '')) continue
        if (
          (pattern === DREW || pattern === COUNTED_AT) &&
          DONE_TO_THEM.test(words.slice(match.index, match.index + match[0].length + 45))
        )
          continue
        if (
          pattern === SIZE &&
          (NOT_PEOPLE.test(match[2] ?? '') ||
            AHEAD.test(words.slice(match.index + match[0].length)))
        )
          continue
        const read = parseCrowd(
          pattern === SIZE_ABROAD || pattern === COUNTED_ABROAD
            ? ABROAD.reduce((said, [from, to]) => said.replace(from, to), size)
            : size
                .replace(/^(?:the )?(hundred|dozen) or so$/iu, 'about a $1')
                .replace(/^(.+) or more$/iu, 'at least $1'),
        )
        if (!read.ok || (read.low === null && read.high === null)) continue
        const counted = counterOf(words, match.index)
        const start = sentence.start + match.index
        const whole = pattern === SIZE ? `${match[1] ?? ''}${match[2] ?? ''}` : size
        if (
          found.some(({ passages }) =>
            passages.some(
              (passage) => passage.start < start + match[0].length && passage.end > start,
            ),
          )
        )
          continue
        found.push({
          value: {
            words: whole.trim().slice(0, 120),
            low: read.low,
            high: read.high,
            countedBy: counted,
          },
          confidence: 0.9,
          passages: [passageOf(text, { start, end: start + match[0].length })],
        })
      }
  }
  return found.sort((one, other) => (one.passages[0]?.start ?? 0) - (other.passages[0]?.start ?? 0))
}
