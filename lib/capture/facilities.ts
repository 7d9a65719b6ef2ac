import { passageOf } from './sentences'
import type { CaptureLanguage, Found, Span } from './types'

/** What a place of work or of power is called by its kind, which a report writes small. */
const FACILITY =
  '(?:quarry|(?:distribution|fulfil?lment|processing|detention|data|call|logistics|convention|community|job|sorting|medical) cent(?:er|re)|warehouse|headquarters|courthouse|county court|terminal|town hall|city hall|plant|factory|mill|offices?|flagship store|flagship|store|legislature|grain elevator|depot|mine|campus|clinic|hospital|lobby|pier|harbou?r|jetty|wharf|docks|garage|school|theatre|theater|cathedral|church|stadium|station|airport|shipyard|refinery|brewery|statehouse|state capitol|capitol|consulate|embassy|ballpark|collectorate|library|museum)'
const OWNER =
  "(?:(?!(?:East|West|Gulf) Coast)\\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?(?: \\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?){0,3})"
const PUBLIC = '(?:county|town|city|state|federal|district|ferry|bus|train|central|old|main)'
const AT =
  '(?:outside|in front of|(?<!\\b(?:left|sent|(?:has|have|had) worked) )at|set off from|next to|near|around|beside|across from|(?<!\\b(?:calls?|e-?mails?|messages?|letters?|requests?|questions?|visits?|access|contract|supplier|deliveries) )to|in|into|inside|left|walked out of|surrounded|occupied|entered|blocked|packed|filled|picketed)(?: of)?'
/** Of these a town has one, so that the word alone names it. */
const THE_ONE =
  '(?:(?:town|city) hall(?! (?:on|about|over|with)\\b)|collectorate|courthouse|statehouse|state capitol|capitol)'
const SEAT = '(?:headquarters|head office|offices?|embassy|consulate|campus)'

/** "outside the Oakmont quarry", "at the county courthouse", "in front of Acme's headquarters" */
const NAMED = new RegExp(
  `(?<![\\p{L}])${AT} (?:the \\p{Ll}+['’]s |the |its |their |an? )?((?:${OWNER} (?:\\p{Ll}+ ){0,1}?${FACILITY}|${PUBLIC} ${FACILITY}|${SEAT} of (?:the )?${OWNER}(?: \\p{Lu}[\\p{L}]+){0,3}|${OWNER} (?:Hospital|Courthouse|House|Library|Museum|Hall|Station|Terminal|Theatre|Theater|Building|Caf[eé]|Hotel|Gardens|Pier)|(?:Hall|Palace|House|Cathedral) of ${OWNER}|${THE_ONE}))(?![\\p{L}])`,
  'gu',
)

/** "gathered next to the Domes, the landmark entrance of …" and "at the corner of Fulton and Hank Drive" */
const LANDMARK = new RegExp(
  `(?<![\\p{L}])${AT} ((?:the )?\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)?)(?=, (?:an?|the|its|their|one of) (?:[\\p{L}'’-]+ ){0,4}(?:entrance|building|tower|square|park|plaza|landmark|monument|statue|complex)\\b)|\\b((?:corner|intersection) of (?:\\p{Lu}[\\p{L}\\d.]+ ){1,3}and \\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}]+){0,2})(?![\\p{L}])`,
  'gu',
)

/** "en la plaza del Ayuntamiento", "la sede de la compañía en la calle Colón" */
const SPANISH =
  /(?<![\p{L}])(?:en|ante|frente a|hasta|desde|junto a|de|por)(?:l| el| la| los| las)? ((?:[Pp]laza|[Cc]alle|[Pp]alacio|[Tt]eatro|[Ee]stadio|[Gg]imnasio municipal|[Aa]venida|[Pp]aseo|[Gg]lorieta|[Pp]arque|[Pp]uente|[Hh]ospital|[Rr]otonda) (?:(?:de la|de los|de las|del|de) )?\p{Lu}[\p{L}]+(?: (?:(?:de la|de los|del|de) )?\p{Lu}[\p{L}]+){0,3})/gu

/** "an der Gerberstraße", "auf dem Alexanderplatz", and not "am Arbeitsplatz" */
const GERMAN =
  /(?<![\p{L}])(?:[Aa]n der|[Ii]n der|[Aa]uf dem|[Aa]uf der|[Aa]m|[Vv]or der|[Vv]or dem|[Ii]m|[Bb]eim|[Zz]um|[Zz]ur) ((?!(?:Arbeits|Park|Spiel|Sport|Ausbildungs|Studien|Stell|Fußball|Sitz|Lager|Daten|Markt|Vor)p?latz|Hauptstraße|Krankenhaus|Zuhause|Hochhaus|Parkhaus|Kaufhaus)(?:\p{Lu}\p{Ll}+er )?\p{Lu}\p{Ll}{2,}(?:straße|strasse|platz|allee|gasse|brücke|ufer|haus|gebäude|(?<!(?:Super|Bau|Arbeits|Wohnungs|Stellen|Immobilien|Finanz|Aktien|Energie))markt|halle|museum|theater|bahnhof))(?![\p{L}])/gu

/** "took out a march from Gandhi Hall to the Collectorate", "marcharon ayer del Paseo Bravo al Zócalo" */
const MARCHED = new RegExp(
  `\\bmarch(?:ed|ing)?(?: \\p{Ll}+){0,3} from (?:the )?(${OWNER}) to (?:the )?${OWNER}|\\bmarch(?:ed|ing)?(?: \\p{Ll}+){0,3} from (?:the )?${OWNER} to (?:the )?(${OWNER})|\\bmarch(?:aron|an|ó)(?: \\p{Ll}+){0,3} del? (?:la |el )?(${OWNER}) (?:al|a la|hasta)|\\bmarch(?:aron|an|ó)(?: \\p{Ll}+){0,3} del? (?:la |el )?${OWNER} (?:al|a la|hasta (?:el|la)) (\\p{Lu}[\\p{L}]+)`,
  'gu',
)

const GATHERED =
  /\b(?:gather|rall(?:y|ied)|march|assembl|met\b|walked|picket|protest|demonstrat|converg|stood|strike|struck)/iu

/** The spots that a report describes exactly, which say more than the building that it names. */
export function landmarksOf(text: string, sentences: Span[]): Found<string>[] {
  const gathered = sentences.filter(({ start, end }) => GATHERED.test(text.slice(start, end)))
  return placesBy(LANDMARK, text, gathered, 0.9)
}

/** Streets, squares and buildings of Spanish and German reports, which write their kind in the name. */
export function streetsOf(
  text: string,
  sentences: Span[],
  language: CaptureLanguage,
): Found<string>[] {
  if (language === 'en') return []
  return placesBy(language === 'es' ? SPANISH : GERMAN, text, sentences, 0.8)
}

/**
 * The places of an action that a report names by their kind, as it writes them.
 *
 * @param sentences those that speak of the action; elsewhere such words say where somebody works.
 * @param lead the first of the report, which may tell of it in other words: "walked off the job at the mill".
 */
export function facilitiesOf(text: string, sentences: Span[], lead: Span[]): Found<string>[] {
  const told = lead.filter(
    (span) => !sentences.includes(span) && GATHERED.test(text.slice(span.start, span.end)),
  )
  return [
    ...placesBy(NAMED, text, [...sentences, ...told], 0.8),
    ...placesBy(MARCHED, text, sentences, 0.8),
  ]
}

function placesBy(
  pattern: RegExp,
  text: string,
  sentences: Span[],
  confidence: number,
): Found<string>[] {
  return sentences.flatMap((sentence) =>
    [...text.slice(sentence.start, sentence.end).matchAll(pattern)].flatMap((match) => {
      const name = match.slice(1).find(Boolean)?.trim()
      if (!name) return []
      const start = sentence.start + match.index + match[0].lastIndexOf(name)
      const passages = [passageOf(text, { start, end: start + name.length })]
      return [{ value: name, confidence, passages }]
    }),
  )
}
