/** Number words, plurals and units of German, Spanish and French, folded, as English has them. */
const WORDS: [RegExp, string][] = [
  [/^des (?=centaines|milliers|dizaines|douzaines)/, ''],
  // A Korean syllable stands here in its parts, as folding leaves it.
  [new RegExp(`(?<=\\d) ?(?:人|名|${'명'.normalize('NFKD')})$`, 'g'), ' people'],
  [/^(?:约|約)(?=\d)/, 'about '],
  [/\bhunderttausende\b|\bcientos de miles\b|\bcentaines de milliers\b/g, 'hundreds of thousands'],
  [/\bzehntausende\b|\bdecenas de miles\b|\bdizaines de milliers\b/g, 'tens of thousands'],
  [/\btausende\b|\bmiles(?= de\b)|\bmillares\b|\bmilliers\b/g, 'thousands'],
  [/\bhunderte\b|\bcientos\b|\bcentenares\b|\bcentaines\b/g, 'hundreds'],
  [/\bdutzende\b|\bdocenas\b|\bdouzaines\b/g, 'dozens'],
  [/\bdecenas\b|\bdizaines\b/g, 'tens'],
  [/\b(?:un |une )centaine\b|\bun centenar\b/g, 'about 100'],
  [/\bune douzaine\b|\buna docena\b|\b(?:ein|einem) dutzend\b/g, 'about 12'],
  [/\bune dizaine\b|\buna decena\b/g, 'about 10'],
  [/\bune quinzaine\b/g, 'about 15'],
  [/\bune vingtaine\b|\buna veintena\b/g, 'about 20'],
  [/\bune trentaine\b/g, 'about 30'],
  [/\bune quarantaine\b/g, 'about 40'],
  [/\bune cinquantaine\b/g, 'about 50'],
  [/\bun millier\b|\bun millar\b/g, 'about 1000'],
  [/\buna treintena\b/g, 'about 30'],
  [/\buna cuarentena\b/g, 'about 40'],
  [/\b(?:una cincuentena|medio centenar)\b/g, 'about 50'],
  [/\bmedio millar\b|\bun demi-millier\b/g, 'about 500'],
  [
    /\b(?:mehrere|einige|ein paar|varios|varias|algunos|algunas|plusieurs|quelques)(?= [a-z]+s?\b)/g,
    'several',
  ],
  [/\bdutzend\b/g, 'dozen'],
  [/(?<=\d )(?:tsd|tausend|mil|mille)\b|(?<=\d)(?:tsd)\b/g, 'thousand'],
  [/(?<=\d )(?:mio|millionen|millones|millon)\b/g, 'million'],
  [/^hundert\b|(?<= )hundert\b|^cien\b/g, 'hundred'],
  [/^tausend\b|(?<= )tausend\b/g, 'thousand'],
  [
    /\b(?:personen|menschen|leute|teilnehmer(?:innen|nde[nr]?)?|teilnehmende[nr]?|demonstrant(?:inn)?en|demonstrierende[nr]?|arbeiter(?:innen)?|arbeitnehmer(?:innen)?|beschaftigte[nr]?|streikende[nr]?|mitarbeiter(?:innen)?|personas|manifestantes|trabajador(?:es|as)|asistentes|huelguistas|estudiantes|personnes|manifestant(?:e)?s|travailleurs|grevistes|salaries|etudiants|gens)\b/g,
    'people',
  ],
  [/^mil(?= people\b)/, '1000'],
  [/(?<=\d|hundreds|thousands|dozens|tens|million) (?:(?:von|de|des) |d')(?=[a-z])/g, ' of '],
]

// What may follow words such as "über": a figure, or an amount of the table above.
const NEXT = String.raw`(?= ?(?:\d|hundred|thousand|dozen|tens|about))`
const OPENINGS: [RegExp, string][] = [
  [`mindestens|wenigstens|al menos|por lo menos|como minimo|au moins|minimum de`, 'at least '],
  [`mehr als|uber|gut|mas de|plus de|wohl uber|bien mas de`, 'more than '],
  [`hochstens|maximal|como mucho|como maximo|a lo sumo|au plus|au maximum`, 'at most '],
  [`weniger als|unter|menos de|moins de`, 'fewer than '],
  [`bis zu|hasta|jusqu'a`, 'up to '],
  [`knapp|fast|beinahe|casi|presque|pres de`, 'nearly '],
  [
    `rund|etwa|ungefahr|zirka|unos|unas|alrededor de|cerca de|aproximadamente|environ|autour de|a peu pres`,
    'about ',
  ],
].map(([words, english]) => [new RegExp(`^(?:${words}) ?${NEXT}`), english ?? ''])

const RANGES: [RegExp, string][] = [
  [/^zwischen (\d.*?) und (?=\d)/, 'between $1 and '],
  [/^entre (\d.*?) (?:y|et) (?=\d)/, 'between $1 and '],
  [/^(?:von|de) (\d[\d.,' ]*?) (?:bis(?: zu)?|a) (?=\d)/, '$1 to '],
  [/^(.*\d[\d.,' ]*?) (?:bis(?: zu)?|a) (?=\d)/, '$1 to '],
  [/^(.*\d[\d.,' ]*?) (?:oder|o|ou) (?=\d)/, '$1 or '],
]

/** The words of German, Spanish and French about sizes in English; other text is left as it is. */
export function inEnglish(text: string): string {
  let english = text
  for (const [words, meaning] of WORDS) english = english.replace(words, meaning)
  for (const [words, meaning] of RANGES) english = english.replace(words, meaning)
  for (const [words, meaning] of OPENINGS) {
    if (!words.test(english)) continue
    const rest = english.replace(words, '')
    return meaning + rest.replace(/^about /, '')
  }
  return english
}
